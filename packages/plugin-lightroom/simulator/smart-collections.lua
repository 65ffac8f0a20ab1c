-- Smart collections by the fields of a plug-in: what their rules may say, and which photographs are in them ("Lightroom Classic SDK Programmers Guide",
-- Searching for photos by metadata values; SDK API reference, LrCatalog.createSmartCollection). `sdk:` for enumerations is not documented and in use
-- (smart collections that Lightroom itself exports).
local smartCollections = {}

local COMBINATIONS = { union = true, intersect = true, exclude = true }

local function words(text)
  local found = {}
  for word in text:lower():gmatch("%S+") do found[#found + 1] = word end
  return found
end

local function counted(text, value)
  local hits, all = 0, words(value)
  for _, word in ipairs(all) do
    if text:lower():find(word, 1, true) then hits = hits + 1 end
  end
  return hits, #all
end

local OF_TEXT = {
  ["any"] = function(text, value) return (counted(text, value)) > 0 end,
  ["all"] = function(text, value)
    local hits, all = counted(text, value)
    return hits == all
  end,
  ["noneOf"] = function(text, value) return (counted(text, value)) == 0 end,
  ["beginsWith"] = function(text, value) return text:lower():sub(1, #value) == value:lower() end,
  ["endsWith"] = function(text, value) return text:lower():sub(-#value) == value:lower() end,
  ["empty"] = function(text) return text == "" end,
  ["notEmpty"] = function(text) return text ~= "" end,
  ["=="] = function(text, value) return text == value end,
  ["!="] = function(text, value) return text ~= value end,
}
local OF_ENUMERATION = {
  ["=="] = function(text, value) return text == value end,
  ["!="] = function(text, value) return text ~= value end,
}

--- Throws where rules are not of a search that Lightroom understands.
function smartCollections.demand(search, plugin, what)
  local function refuse(sentence, ...)
    error(what .. ": " .. sentence:format(...), 3)
  end
  if type(search) ~= "table" or #search == 0 then refuse("the search has no rules") end
  if search.combine ~= nil and not COMBINATIONS[search.combine] then refuse("rules cannot be combined by '%s'", tostring(search.combine)) end
  for _, rule in ipairs(search) do
    local kind, name = tostring(rule.criteria):match("^(sdk%a*):(.+)$")
    local prefix = plugin.identity.id .. "."
    if (kind ~= "sdk" and kind ~= "sdktext") or name:sub(1, #prefix) ~= prefix then
      refuse("unknown criteria '%s'", tostring(rule.criteria))
    end
    local field = plugin.fields.demand(name:sub(#prefix + 1), what)
    local isEnumeration = field.dataType == "enum"
    if isEnumeration ~= (kind == "sdk") then refuse("'%s' is for %s", kind .. ":", kind == "sdk" and "enumerations" or "texts") end
    if not field.searchable then refuse("the field '%s' is not searchable", field.id) end
    local operations = isEnumeration and OF_ENUMERATION or OF_TEXT
    if not operations[rule.operation] then refuse("'%s' has no operation '%s'", field.id, tostring(rule.operation)) end
    if rule.operation ~= "empty" and rule.operation ~= "notEmpty" then
      if type(rule.value) ~= "string" then refuse("a rule for '%s' needs a value", field.id) end
      if isEnumeration then plugin.fields.demandValue(field.id, rule.value, what) end
    end
  end
end

local function follows(rule, fields)
  local kind, name = rule.criteria:match("^(sdk%a*):.*%.(%w+)$")
  local operations = kind == "sdk" and OF_ENUMERATION or OF_TEXT
  local value = fields[name]
  if kind == "sdktext" then value = value or "" end
  return operations[rule.operation](value, rule.value)
end

--- Whether a photograph with these fields is in a collection by this search.
function smartCollections.has(search, fields)
  local hits = 0
  for _, rule in ipairs(search) do
    if follows(rule, fields) then hits = hits + 1 end
  end
  local combine = search.combine or "intersect"
  if combine == "union" then return hits > 0 end
  if combine == "exclude" then return hits == 0 end
  return hits == #search
end

return smartCollections
