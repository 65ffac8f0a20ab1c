-- The fields that a plug-in declares for photographs, and what may be written into them ("Lightroom Classic SDK Programmers Guide", Adding custom metadata).
local SEARCHABLE_BYTES = 511

local function isUtf8(text)
  local at = 1
  while at <= #text do
    local byte = text:byte(at)
    local following, least
    if byte < 0x80 then following, least = 0, 0
    elseif byte >= 0xC2 and byte < 0xE0 then following, least = 1, 0x80
    elseif byte >= 0xE0 and byte < 0xF0 then following, least = 2, 0x800
    elseif byte >= 0xF0 and byte < 0xF5 then following, least = 3, 0x10000
    else return false end
    local code = following == 0 and byte or byte % 2 ^ (6 - following)
    for offset = 1, following do
      local next = text:byte(at + offset)
      if not next or next < 0x80 or next >= 0xC0 then return false end
      code = code * 64 + next % 64
    end
    if code < least or (code >= 0xD800 and code < 0xE000) or code > 0x10FFFF then return false end
    at = at + following + 1
  end
  return true
end

local function checkField(field)
  local function demand(condition, sentence)
    if not condition then error(("the metadata field '%s' %s"):format(tostring(field.id), sentence), 0) end
  end
  demand(type(field.id) == "string" and field.id:find("^%a%w*$"), "needs an id of letters and digits that begins with a letter")
  local kind = field.dataType
  demand(kind == nil or kind == "string" or kind == "enum" or kind == "url", "has the dataType " .. tostring(kind))
  demand((kind == "enum") == (field.values ~= nil), "needs values where it is an enumeration, and may have none otherwise")
  for _, name in ipairs({ "readOnly", "searchable", "browsable" }) do
    demand(not field[name] or type(field.title) == "string", name .. " is for fields with a title")
  end
  demand(not field.browsable or field.searchable, "is browsable and not searchable")
  local nils, allowed = 0, {}
  for _, choice in ipairs(field.values or {}) do
    demand(type(choice.title) == "string", "has a value without a title")
    if choice.value == nil then
      nils = nils + 1
    else
      demand(type(choice.value) == "string", "has a value that is no text")
      demand(not allowed[choice.value], ("has the value '%s' twice"):format(choice.value))
      allowed[choice.value] = true
    end
  end
  demand(nils <= 1, "has more than one value that is nil")
  return { definition = field, allowed = allowed }
end

--- `provider` is what the plug-in's metadata provider returns; nothing where it has none.
return function(provider)
  local fields = {}
  if provider then
    assert(type(provider.schemaVersion) == "number", "the metadata provider needs a schemaVersion that is a number")
    for _, field in ipairs(provider.metadataFieldsForPhotos) do
      local checked = checkField(field)
      assert(not fields[field.id], ("the metadata field '%s' is declared twice"):format(field.id))
      fields[field.id] = checked
    end
  end

  local set = {}

  --- Throws for a field that was not declared.
  function set.demand(id, what)
    if type(id) ~= "string" or not fields[id] then
      error(("%s: the plug-in has not declared the metadata field '%s'"):format(what, tostring(id)), 3)
    end
    return fields[id].definition
  end

  function set.has(id)
    return fields[id] ~= nil
  end

  --- Throws where a value may not be written. `nil` always may.
  function set.demandValue(id, value, what)
    local field = set.demand(id, what)
    local function refuse(sentence)
      error(("%s: the value of '%s' %s"):format(what, id, sentence), 3)
    end
    if value == nil then return end
    if type(value) ~= "string" then refuse("must be a text, not a " .. type(value)) end
    if not isUtf8(value) then refuse("is not UTF-8") end
    if field.searchable and #value > SEARCHABLE_BYTES then
      refuse(("has %d bytes; a searchable field holds %d"):format(#value, SEARCHABLE_BYTES))
    end
    if field.dataType == "enum" and not fields[id].allowed[value] and not field.values.allowPluginToSetOtherValues then
      refuse(("may not be '%s': the enumeration does not have it"):format(value))
    end
  end

  return set
end
