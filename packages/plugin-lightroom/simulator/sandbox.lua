-- What a plug-in finds as globals.
--
-- Lua 5.1 without `package`, `collectgarbage`, `xpcall`, and with parts of `os`, `coroutine` and `debug` ("Lightroom Classic SDK Programmers Guide", The
-- Lightroom SDK scripting environment; a missing `collectgarbage` crashed bmachek/lrc-immich-plugin#126).
local files = require("files")

local FUNCTIONS = {
  "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "rawequal", "rawget", "rawset", "select", "setmetatable", "tonumber", "tostring",
  "type", "unpack",
}

local function copyOf(library, names)
  local copy = {}
  for _, name in ipairs(names) do copy[name] = library[name] end
  return copy
end

local function namesIn(library, without)
  local names = {}
  for name in pairs(library) do
    if not without[name] then names[#names + 1] = name end
  end
  return names
end

local function chunkIn(environment, path)
  local source = files.read(path)
  if source:sub(1, 3) == "\239\187\191" then
    error(path .. " begins with a byte order mark: save it as UTF-8 without one", 0)
  end
  local chunk, why = loadstring(source, "@" .. files.leaf(path))
  if not chunk then error(why, 0) end
  return setfenv(chunk, environment)
end

local sandbox = {}

--- `Info.lua` runs where there is nothing but `string`, `LOC`, `_VERSION` and the names of systems ("Lightroom Classic SDK Programmers Guide", The loader
--- environment): neither `import` nor `require`.
function sandbox.runInfo(folder, LOC, windows)
  local environment = {
    string = copyOf(string, namesIn(string, {})),
    LOC = LOC,
    WIN_ENV = windows or nil,
    MAC_ENV = not windows or nil,
    _VERSION = _VERSION,
  }
  return chunkIn(environment, folder .. "/Info.lua")()
end

--- The environment of a plug-in's other scripts. `plugin` is its `_PLUGIN`, `namespaces` makes what `import` gives, by name.
function sandbox.new(plugin, namespaces, LOC, windows, tasks)
  local environment = copyOf(_G, FUNCTIONS)
  environment._G = environment
  environment._PLUGIN = plugin
  environment.WIN_ENV = windows or nil
  environment.MAC_ENV = not windows or nil
  environment.LOC = LOC
  environment.string = copyOf(string, namesIn(string, {}))
  environment.math = copyOf(math, namesIn(math, {}))
  environment.table = copyOf(table, { "concat", "insert", "remove", "sort" })
  environment.io = copyOf(io, namesIn(io, { popen = true }))
  environment.os = copyOf(os, { "clock", "date", "time", "tmpname" })
  environment.coroutine = { canYield = tasks.canYield, running = coroutine.running }
  environment.debug = { getInfo = debug.getinfo }

  local function inEnvironment(chunk, why)
    if not chunk then return nil, why end
    return setfenv(chunk, environment)
  end
  function environment.load(...) return inEnvironment(load(...)) end
  function environment.loadstring(...) return inEnvironment(loadstring(...)) end
  function environment.loadfile(...) return inEnvironment(loadfile(...)) end
  function environment.dofile(...) return assert(environment.loadfile(...))() end

  local imported = {}
  --- Namespaces and classes of the SDK.
  function environment.import(name)
    if imported[name] == nil then
      local make = namespaces[name]
      if not make then error(("import: '%s' is not in this simulator: declare it in src/sdk and add it here"):format(tostring(name)), 2) end
      imported[name] = make()
    end
    return imported[name]
  end

  local required = {}
  --- A file of the plug-in's own folder, with or without `.lua`, run once ("Lightroom Classic SDK Programmers Guide", Including scripts with require).
  --- Folders within are not searched: LrGenius and others fall back on `loadfile`.
  function environment.require(name)
    local stem = name:gsub("%.lua$", "")
    if required[stem] == nil then
      local path = ("%s/%s.lua"):format(plugin.path, stem)
      if stem:find("[/\\]") or files.kind(path) ~= "file" then
        error(("require: there is no '%s.lua' in the folder of the plug-in"):format(stem), 2)
      end
      required[stem] = "running"
      local result = chunkIn(environment, path)(stem)
      required[stem] = result == nil and true or result
    elseif required[stem] == "running" then
      error(("require: '%s' is required while it runs: two files require one another"):format(stem), 2)
    end
    return required[stem]
  end

  --- Runs a script of the plug-in anew, as menus and providers do.
  return function(file)
    return chunkIn(environment, ("%s/%s"):format(plugin.path, file))()
  end
end

return sandbox
