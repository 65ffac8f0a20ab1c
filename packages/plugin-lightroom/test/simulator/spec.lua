-- What specs of the simulator share: a plug-in made for the occasion, and sentences about what came of it.
--
-- `lua5.1 spec.lua FILE.lua GIVEN.json` runs the specs of a file and prints `[{ name, message }]`, with a message where one fails.
local here = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = here .. "/../../simulator/?.lua;" .. package.path

local files = require("files")
local json = require("json")
local lightroom = require("lightroom")

local given = json.decode(files.read(arg[2]))
local spec = { given = given, folder = given.folder, lightroom = lightroom }

local INFO = [[
return {
  LrSdkVersion = 14.0, LrSdkMinimumVersion = 6.0, LrToolkitIdentifier = "org.example.spec", LrPluginName = LOC "$$$/Spec/Name=Spec",
  VERSION = { major = 1, minor = 2, revision = 3, build = 4 },
  LrMetadataProvider = "Fields.lua",
  LrLibraryMenuItems = {
    { title = "Go", file = "Go.lua" },
    { title = "Go with what is selected", file = "Selected.lua", enabledWhen = "photosSelected" },
  },
  LrExportFilterProvider = { { id = "filter", title = "Filter", file = "Filter.lua" } },
  LrPluginInfoProvider = "Manager.lua",
}
]]

local FIELDS = [[
return {
  schemaVersion = 1,
  metadataFieldsForPhotos = {
    { id = "why", title = "Why", dataType = "string", searchable = true, browsable = true },
    { id = "band", title = "Band", dataType = "enum", searchable = true, values = {
      { value = nil, title = "None" }, { value = "low", title = "Low" }, { value = "high", title = "High" },
    } },
    { id = "hidden", dataType = "string" },
  },
}
]]

-- What the scripts of specs begin with; `say` notes what they find.
local PRELUDE = [[
local LrTasks, LrDialogs, LrFunctionContext = import "LrTasks", import "LrDialogs", import "LrFunctionContext"
local catalog, logger = import "LrApplication".activeCatalog(), import "LrLogger" "spec"
logger:enable("logfile")
local function say(...)
  local words = {}
  for at = 1, select("#", ...) do words[at] = tostring((select(at, ...))) end
  logger:info(table.concat(words, " "))
end
local function task(run) LrTasks.startAsyncTask(run) end
]]

local made = 0

--- An own folder for a spec.
function spec.newFolder()
  made = made + 1
  local folder = ("%s/%d"):format(given.folder, made)
  files.makeFolder(folder)
  return folder
end

--- Writes a plug-in: `contents` are files by name, of which scripts get the prelude; `Info.lua` and `Fields.lua` have something to begin with.
function spec.plugin(contents)
  local folder = spec.newFolder() .. "/Spec.lrplugin"
  files.makeFolder(folder)
  files.write(folder .. "/Info.lua", INFO)
  files.write(folder .. "/Fields.lua", FIELDS)
  for name, text in pairs(contents) do
    local isScript = name:find("%.lua$") and name ~= "Info.lua" and name ~= "Fields.lua"
    files.write(folder .. "/" .. name, (isScript and PRELUDE or "") .. text)
  end
  return folder
end

--- Photographs whose files are there, each with its own bytes.
function spec.photos(count, folder)
  local photos = {}
  for at = 1, count do
    local path = ("%s/photo-%d.jpg"):format(folder, at)
    files.write(path, ("bytes of photo %d"):format(at))
    photos[at] = { path = path }
  end
  return photos
end

--- Starts Lightroom with a plug-in whose menu runs `script`, or with the files given. `options.change(photos)` describes the photographs further.
function spec.start(script, asked)
  local options = {}
  for name, value in pairs(asked or {}) do options[name] = value end
  local folder = spec.newFolder()
  local photos = spec.photos(options.count or 2, folder)
  if options.change then options.change(photos) end
  options.plugin = options.plugin or spec.plugin(type(script) == "table" and script or { ["Go.lua"] = script })
  options.catalogue = options.catalogue or { file = folder .. "/Spec.lrcat", photos = photos }
  options.folders = { temp = folder, appData = folder, home = folder }
  local lr = lightroom.start(options)
  lr.folder = folder
  return lr
end

--- Starts, chooses the menu and lets everything run.
function spec.go(script, options)
  local lr = spec.start(script, options)
  lr:menu("Go.lua")
  lr:run()
  return lr
end

--- What scripts noted, in its order.
function spec.said(lr)
  local said = {}
  for _, each in ipairs(lr.events) do
    if each.event == "logger" then said[#said + 1] = each.message end
  end
  return said
end

local function show(value)
  return type(value) == "string" and ("'%s'"):format(value) or type(value) == "table" and json.encode(value) or tostring(value)
end

function spec.equal(actual, expected)
  if show(actual) ~= show(expected) then error(("expected %s, got %s"):format(show(expected), show(actual)), 2) end
end

function spec.contains(text, part)
  if type(text) ~= "string" or not text:find(part, 1, true) then error(("expected '%s' in %s"):format(part, show(text)), 2) end
end

--- Says that a call of the scenario's throws, with this in its message.
function spec.throws(part, run, ...)
  local ok, message = pcall(run, ...)
  if ok then error(("expected an error with '%s'"):format(part), 2) end
  spec.contains(tostring(message), part)
end

local results = json.list()
function spec.it(name, run)
  local ok, message = xpcall(run, function(message) return debug.traceback(tostring(message), 2) end)
  table.insert(results, { name = name, message = not ok and message or nil })
end

assert(loadfile(("%s/%s"):format(here, arg[1])))(spec)
print(json.encode(results))
