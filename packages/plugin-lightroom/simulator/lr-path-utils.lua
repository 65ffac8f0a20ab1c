-- SDK API reference, LrPathUtils.
local files = require("files")
local strict = require("strict")

return function(host)
  return strict.namespace("LrPathUtils", {
    child = function(folder, name) return (folder:gsub("/+$", "")) .. "/" .. name end,
    parent = function(path)
      local folder = path:match("^(.*)/[^/]+/*$")
      if folder == "" then return "/" end
      return folder
    end,
    leafName = function(path) return files.leaf(path) or "" end,
    getStandardFilePath = function(which)
      local folder = host.options.folders and host.options.folders[which]
      if not folder then error(("LrPathUtils.getStandardFilePath: the scenario names no folder '%s'"):format(tostring(which)), 2) end
      return folder
    end,
  })
end
