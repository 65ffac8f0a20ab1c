-- JSON for scenarios, reports and the catalogue's file. A list is a table that `json.list` marked, or that has elements; an empty table is an object.
local json = {}

local LIST = {}

--- Marks a table as a list, so that it is written as `[]` where it is empty.
function json.list(list)
  return setmetatable(list or {}, LIST)
end

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
local MEANT = { n = "\n", r = "\r", t = "\t", b = "\b", f = "\f" }

local function quoted(text)
  return '"' .. text:gsub('[%z\1-\31"\\]', function(character)
    return ESCAPES[character] or ("\\u%04x"):format(character:byte())
  end) .. '"'
end

local function number(value)
  assert(value == value and value ~= math.huge and value ~= -math.huge, "JSON has no numbers that are not finite")
  return value == math.floor(value) and math.abs(value) < 2 ^ 53 and ("%.0f"):format(value) or ("%.17g"):format(value)
end

--- The text of a value; members stand in the order of their names.
function json.encode(value)
  local kind = type(value)
  if kind == "string" then return quoted(value) end
  if kind == "number" then return number(value) end
  if kind == "boolean" or kind == "nil" then return tostring(value) end
  assert(kind == "table", "JSON has no " .. kind)
  local parts = {}
  if #value > 0 or getmetatable(value) == LIST then
    for _, each in ipairs(value) do parts[#parts + 1] = json.encode(each) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  local names = {}
  for name in pairs(value) do names[#names + 1] = tostring(name) end
  table.sort(names)
  for _, name in ipairs(names) do
    local each = value[name]
    if each == nil then each = value[tonumber(name)] end
    parts[#parts + 1] = quoted(name) .. ":" .. json.encode(each)
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

--- The bytes of a character in UTF-8.
function json.utf8(code)
  local floor, char = math.floor, string.char
  if code < 0x80 then return char(code) end
  if code < 0x800 then return char(0xC0 + floor(code / 64), 0x80 + code % 64) end
  if code < 0x10000 then return char(0xE0 + floor(code / 4096), 0x80 + floor(code / 64) % 64, 0x80 + code % 64) end
  return char(0xF0 + floor(code / 262144), 0x80 + floor(code / 4096) % 64, 0x80 + floor(code / 64) % 64, 0x80 + code % 64)
end

local function stringAt(text, at)
  local parts = {}
  while true do
    local stop = assert(text:find('["\\]', at), "a string does not end")
    parts[#parts + 1] = text:sub(at, stop - 1)
    if text:sub(stop, stop) == '"' then return table.concat(parts), stop + 1 end
    local kind = text:sub(stop + 1, stop + 1)
    at = stop + 2
    if kind == "u" then
      local code = tonumber(text:sub(at, at + 3), 16)
      at = at + 4
      if code >= 0xD800 and code < 0xDC00 then
        code = 0x10000 + (code - 0xD800) * 1024 + tonumber(text:sub(at + 2, at + 5), 16) - 0xDC00
        at = at + 6
      end
      parts[#parts + 1] = json.utf8(code)
    else
      parts[#parts + 1] = MEANT[kind] or kind
    end
  end
end

local valueAt

local function membersAt(text, at, closing, member)
  at = text:match("^%s*()", at)
  if text:sub(at, at) == closing then return at + 1 end
  while true do
    at = text:match("^%s*()", member(at))
    local mark = text:sub(at, at)
    if mark == closing then return at + 1 end
    assert(mark == ",", "a comma is missing")
    at = at + 1
  end
end

local WORDS = { ["true"] = true, ["false"] = false }

function valueAt(text, at)
  at = text:match("^%s*()", at)
  local first = text:sub(at, at)
  if first == '"' then return stringAt(text, at + 1) end
  if first == "{" then
    local object = {}
    return object, membersAt(text, at + 1, "}", function(from)
      local name, after = stringAt(text, assert(text:match('^%s*"()', from), "a name is missing"))
      object[name], after = valueAt(text, assert(text:match("^%s*:()", after), "a colon is missing"))
      return after
    end)
  end
  if first == "[" then
    local list, count = json.list(), 0
    return list, membersAt(text, at + 1, "]", function(from)
      count = count + 1
      local after
      list[count], after = valueAt(text, from)
      return after
    end)
  end
  local word, after = text:match("^(%l+)()", at)
  if WORDS[word] ~= nil then return WORDS[word], after end
  if word == "null" then return nil, after end
  local digits
  digits, after = text:match("^(-?[%d.eE+-]+)()", at)
  return assert(tonumber(digits), "this is no JSON"), after
end

--- The value that a text says; `null` is nil.
function json.decode(text)
  return (valueAt(text, 1))
end

return json
