-- A plug-in as Lightroom loads it: `Info.lua`, what it declares, and its scripts.
local sandbox = require("sandbox")
local localization = require("localization")
local metadataFields = require("metadata-fields")

local function demandInfo(info)
  assert(type(info) == "table", "Info.lua must return a table")
  assert(type(info.LrSdkVersion) == "number", "Info.lua: LrSdkVersion must be a number")
  assert(type(info.LrToolkitIdentifier) == "string", "Info.lua: LrToolkitIdentifier must be a text")
  assert(type(info.LrPluginName) == "string", "Info.lua: LrPluginName must be a text")
  for _, name in ipairs({ "major", "minor", "revision", "build" }) do
    local value = info.VERSION and info.VERSION[name]
    -- OlafHaalstra/Lightroom-Auto-Import-Export#3
    assert(value == nil or type(value) == "number", ("In Info.lua file, VERSION.%s was of type %s; number was expected."):format(name, type(value)))
  end
end

-- One table, or a list of them: both are in use.
local function listOf(declared)
  if declared == nil then return {} end
  return declared[1] and declared or { declared }
end

local function demandTagsets(info, run, fields)
  local prefix = info.LrToolkitIdentifier .. "."
  for _, file in ipairs(type(info.LrMetadataTagsetFactory) == "string" and { info.LrMetadataTagsetFactory } or info.LrMetadataTagsetFactory or {}) do
    local tagset = run(file)
    assert(type(tagset.title) == "string" and type(tagset.id) == "string" and tagset.items, file .. ": a tagset needs title, id and items")
    for _, item in ipairs(tagset.items) do
      local name = type(item) == "table" and item[1] or item
      local own = name:sub(1, #prefix) == prefix and name:sub(#prefix + 1)
      assert(not own or own == "*" or fields.has(own), ("%s: the plug-in has not declared '%s'"):format(file, tostring(own)))
    end
  end
end

--- Loads the plug-in in a folder. `namespaces` makes what `import` gives.
return function(folder, namespaces, tasks, options, warn)
  local windows = options.system == "windows"
  local LOC = localization(folder, options.locale or "en", warn)
  local info = sandbox.runInfo(folder, LOC, windows)
  demandInfo(info)
  local identity = setmetatable({ id = info.LrToolkitIdentifier, path = folder }, { __metatable = "LrPlugin" })
  local run = sandbox.new(identity, namespaces, LOC, windows, tasks)
  local provider = info.LrMetadataProvider and run(info.LrMetadataProvider)
  local fields = metadataFields(provider)
  demandTagsets(info, run, fields)

  local plugin = { info = info, identity = identity, run = run, provider = provider, fields = fields, LOC = LOC }

  --- The item of a menu by its file or title.
  function plugin.menuItem(name)
    local names = {}
    for _, menu in ipairs({ "LrLibraryMenuItems", "LrExportMenuItems", "LrHelpMenuItems" }) do
      for _, item in ipairs(listOf(info[menu])) do
        if item.file == name or item.title == name then return item end
        names[#names + 1] = ("%s (%s)"):format(item.title, item.file)
      end
    end
    error(("no menu has '%s'; there are: %s"):format(name, table.concat(names, ", ")), 3)
  end

  --- The export filter by its id, file or title; the only one where nothing is asked for.
  function plugin.exportFilter(name)
    for _, filter in ipairs(listOf(info.LrExportFilterProvider)) do
      if name == nil or filter.id == name or filter.file == name or filter.title == name then return filter end
    end
    error(("Info.lua declares no export filter '%s'"):format(tostring(name)), 3)
  end

  --- Throws where a value is not this plug-in; where `orId`, its identifier will do.
  function plugin.demand(value, what, orId)
    if value ~= identity and not (orId and value == identity.id) then error(what .. ": the plug-in must be _PLUGIN", 3) end
  end

  return plugin
end
