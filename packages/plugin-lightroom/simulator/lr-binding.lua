-- SDK API reference, LrBinding: a property table is made within a function context. As in Lightroom, `pairs` does not see what is in it.
local strict = require("strict")

return function(host)
  --- A table whose values live behind it. `values` are those to begin with.
  function host.newPropertyTable(values)
    return setmetatable({}, { __index = values, __newindex = values, __metatable = "LrPropertyTable" })
  end

  return strict.namespace("LrBinding", {
    makePropertyTable = function(context)
      host.contextState(context, "LrBinding.makePropertyTable")
      return host.newPropertyTable({})
    end,
  })
end
