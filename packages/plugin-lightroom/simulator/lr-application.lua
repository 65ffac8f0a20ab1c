-- SDK API reference, LrApplication.
local strict = require("strict")

return function(host)
  return strict.namespace("LrApplication", {
    activeCatalog = function() return host.catalogue.object end,
    versionString = function() return host.options.version or "15.3" end,
  })
end
