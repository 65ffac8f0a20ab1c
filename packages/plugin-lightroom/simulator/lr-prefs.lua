-- SDK API reference, LrPrefs: kept from one start to the next, here in a file. As in Lightroom, `pairs` does not see what is in it.
local files = require("files")
local json = require("json")
local strict = require("strict")

return function(host)
  local path = host.options.preferences or (host.options.catalogue.file .. ".preferences.json")
  local kept = files.kind(path) and json.decode(files.read(path)) or {}
  host.preferences = kept
  local KINDS = { string = true, number = true, boolean = true, ["nil"] = true }
  local prefs = setmetatable({}, {
    __index = kept,
    __newindex = function(_, key, value)
      if type(key) ~= "string" or not KINDS[type(value)] then error("LrPrefs: texts, numbers and booleans can be kept, under names", 2) end
      kept[key] = value
      files.write(path, json.encode(kept))
    end,
    __metatable = "LrPrefs",
  })
  return strict.namespace("LrPrefs", { prefsForPlugin = function() return prefs end })
end
