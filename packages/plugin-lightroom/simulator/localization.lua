-- LOC and the plug-in's dictionaries ("Lightroom Classic SDK Programmers Guide", Using ZStrings for Localization; SDK API reference, LrLocalization).
local files = require("files")
local json = require("json")

local ESCAPES = {
  r = "\r", n = "\n", B = "•", C = "©", D = "°", I = "∆", R = "®", S = "∑", T = "™", ["!"] = "¬", ["{"] = "‘", ["}"] = "’", ["["] = "“", ["]"] = "”",
  ["'"] = "’", ["."] = "…", E = "é", e = "ê", d = "∆", L = "\\", V = "|", ["#"] = "⌘", ["`"] = "`", ["^"] = "^",
}

local function parts(zstring)
  local key, text = zstring:match("^%$%$%$/([^%s=]+)=(.*)$")
  if not key then error(("'%s' is no ZString: write $$$/Path/Key=Text"):format(zstring), 3) end
  return key, text
end

--- The dictionary of a language: `"$$$/Key=Text"` a line, in UTF-8 without mark, and nothing else.
local function readDictionary(path)
  local dictionary = {}
  if not files.kind(path) then return dictionary end
  local bytes = files.read(path)
  assert(bytes:sub(1, 3) ~= "\239\187\191", path .. " begins with a byte order mark: save it as UTF-8 without one")
  local number = 0
  for line in bytes:gmatch("([^\r\n]*)\r?\n?") do
    number = number + 1
    if line ~= "" then
      local zstring = line:match('^"(.*)"%s*$')
      if not zstring then error(("%s, line %d: only \"$$$/Key=Text\" may stand there, in double quotes"):format(path, number), 0) end
      local key, text = parts(zstring)
      if dictionary[key] then error(("%s, line %d: $$$/%s is there twice"):format(path, number, key), 0) end
      dictionary[key] = text
    end
  end
  return dictionary
end

--- LOC for a plug-in's folder and a language such as `de`. `warn(sentence)` is told of what the guide advises against.
return function(folder, locale, warn)
  local dictionary = readDictionary(("%s/TranslatedStrings_%s.txt"):format(folder, locale))
  local english = {}
  return function(zstring, ...)
    local values = { ... }
    if type(zstring) ~= "string" then error("LOC needs a ZString, and got a " .. type(zstring), 2) end
    local key, default = parts(zstring)
    -- "ZStrings in code should consist entirely of low-ASCII characters": others have escapes, such as ^. or ^U+2019.
    if zstring:find("[\128-\255]") then warn(("'%s' has characters outside of ASCII, which should be ^ escapes"):format(zstring)) end
    if key:find("[^%w/]") then warn(("the key $$$/%s should have only letters, digits and /"):format(key)) end
    if english[key] and english[key] ~= default then
      error(("$$$/%s has two English texts: '%s' and '%s'"):format(key, english[key], default), 2)
    end
    english[key] = default
    local text = dictionary[key] or default
    text = text:gsub("%^U%+(%x%x%x%x)", function(code) return json.utf8(tonumber(code, 16)) end)
    return (text:gsub("%^(.)", function(mark)
      local position = tonumber(mark)
      if position then
        local value = values[position]
        if type(value) ~= "string" and type(value) ~= "number" then
          error(("^%d of $$$/%s has no value"):format(position, key), 0)
        end
        return tostring(value)
      end
      return ESCAPES[mark] or error(("^%s in $$$/%s is no escape"):format(mark, key), 0)
    end))
  end
end
