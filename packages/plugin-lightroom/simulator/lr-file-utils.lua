-- SDK API reference, LrFileUtils. What is written is real.
local files = require("files")
local strict = require("strict")

return function()
  return strict.namespace("LrFileUtils", {
    exists = files.kind,
    readFile = function(path)
      if files.kind(path) ~= "file" then error("LrFileUtils.readFile: " .. path .. " cannot be read", 2) end
      return files.read(path)
    end,
    delete = function(path) return os.remove(path) ~= nil end,
    move = function(from, to) return not files.kind(to) and os.rename(from, to) ~= nil end,
    createAllDirectories = function(path)
      if files.kind(path) == "directory" then return false end
      return files.makeFolder(path)
    end,
    chooseUniqueFileName = files.unique,
    directoryEntries = function(folder)
      local names, at = files.names(folder), 0
      return function()
        at = at + 1
        return names[at] and (folder .. "/" .. names[at])
      end
    end,
  })
end
