-- Files and folders of this computer, for the simulator itself.
local files = {}

local function shellQuoted(path)
  return "'" .. path:gsub("'", "'\\''") .. "'"
end

--- The bytes of a file.
function files.read(path)
  local file = assert(io.open(path, "rb"))
  local bytes, why = file:read("*a")
  file:close()
  return (assert(bytes, why))
end

--- Puts bytes in the place of a file.
function files.write(path, bytes)
  local file = assert(io.open(path, "wb"))
  file:write(bytes)
  file:close()
end

--- `file`, `directory`, or false.
function files.kind(path)
  local file = io.open(path, "rb")
  if not file then return false end
  local _, _, code = file:read(1)
  file:close()
  return code == 21 and "directory" or "file" -- EISDIR
end

--- Makes a folder and those above it; whether it is there then.
function files.makeFolder(path)
  return os.execute("mkdir -p " .. shellQuoted(path) .. " 2>/dev/null") == 0
end

--- The names in a folder.
function files.names(folder)
  local names = {}
  local listing = io.popen("ls -A " .. shellQuoted(folder) .. " 2>/dev/null")
  for name in listing:lines() do names[#names + 1] = name end
  listing:close()
  return names
end

--- What a path ends with, and the folder before it.
function files.leaf(path)
  return path:match("([^/\\]+)[/\\]*$")
end

--- A path that nothing has: the one given, or with `-2`, `-3`, … before its ending.
function files.unique(path)
  local stem, ending = path:match("^(.*[^/\\])(%.[^./\\]*)$")
  stem, ending = stem or path, ending or ""
  local candidate, count = path, 1
  while files.kind(candidate) do
    count = count + 1
    candidate = ("%s-%d%s"):format(stem, count, ending)
  end
  return candidate
end

return files
