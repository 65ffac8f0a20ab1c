-- Tables that hold what the plug-in's types declare (`src/sdk`), and say so where anything else is asked for: a slip of a name cannot pass as nil.
local strict = {}

local function refuse(name)
  return function(_, key)
    error(("%s has no '%s' in this simulator: declare it in src/sdk and add it here"):format(name, tostring(key)), 2)
  end
end

--- A namespace, or a class where `construct` is given: then it can be called.
function strict.namespace(name, members, construct)
  return setmetatable(members, {
    __index = refuse(name),
    __newindex = refuse(name),
    __call = construct and function(_, ...) return construct(...) end,
    __metatable = name,
  })
end

--- An object with methods and properties that can be read. `properties` may hold functions that are asked each time.
function strict.object(name, methods, properties)
  local missing = refuse(name)
  return setmetatable({}, {
    __index = function(self, key)
      if methods[key] ~= nil then return methods[key] end
      if type(properties[key]) == "function" then return properties[key]() end
      if properties[key] ~= nil then return properties[key] end
      return missing(self, key)
    end,
    __newindex = missing,
    __metatable = name,
  })
end

return strict
