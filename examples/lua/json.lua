-- JSON for Lua 5.1 and later: as much of it as the protocol needs. Numbers are finite, null is nil.
local json = {}

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
local MEANT = { n = "\n", r = "\r", t = "\t", b = "\b", f = "\f" }

local function quoted(text)
  return '"' .. text:gsub('[%z\1-\31"\\]', function(character)
    return ESCAPES[character] or ("\\u%04x"):format(character:byte())
  end) .. '"'
end

function json.encode(value)
  if type(value) == "string" then return quoted(value) end
  if type(value) ~= "table" then return tostring(value) end
  local parts = {}
  if #value > 0 then
    for _, each in ipairs(value) do parts[#parts + 1] = json.encode(each) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  for name, each in pairs(value) do parts[#parts + 1] = quoted(name) .. ":" .. json.encode(each) end
  return "{" .. table.concat(parts, ",") .. "}"
end

local function utf8(code)
  if code < 0x80 then return string.char(code) end
  if code < 0x800 then return string.char(0xC0 + math.floor(code / 64), 0x80 + code % 64) end
  if code < 0x10000 then
    return string.char(0xE0 + math.floor(code / 4096), 0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
  end
  return string.char(0xF0 + math.floor(code / 262144), 0x80 + math.floor(code / 4096) % 64,
    0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
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
      parts[#parts + 1] = utf8(code)
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

function valueAt(text, at)
  at = text:match("^%s*()", at)
  local first = text:sub(at, at)
  if first == '"' then return stringAt(text, at + 1) end
  if first == "{" then
    local object = {}
    return object, membersAt(text, at + 1, "}", function(from)
      local name, after = stringAt(text, text:match('^%s*"()', from))
      object[name], after = valueAt(text, text:match("^%s*:()", after))
      return after
    end)
  end
  if first == "[" then
    local list, count = {}, 0
    return list, membersAt(text, at + 1, "]", function(from)
      count = count + 1
      local after
      list[count], after = valueAt(text, from)
      return after
    end)
  end
  for word, value in pairs({ ["true"] = true, ["false"] = false }) do
    if text:sub(at, at + #word - 1) == word then return value, at + #word end
  end
  if text:sub(at, at + 3) == "null" then return nil, at + 4 end
  local number, after = text:match("^(-?[%d.eE+-]+)()", at)
  return assert(tonumber(number), "this is no JSON"), after
end

function json.decode(text)
  return (valueAt(text, 1))
end

return json
