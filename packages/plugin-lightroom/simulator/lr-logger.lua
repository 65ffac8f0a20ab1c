-- SDK API reference, LrLogger: a logger that was not enabled writes nothing.
local strict = require("strict")

return function(host)
  return strict.namespace("LrLogger", {}, function(name)
    local enabled = false
    local methods = {}
    function methods:enable(where)
      if where ~= "logfile" and where ~= "print" then error("LrLogger:enable: 'logfile' or 'print' is needed", 2) end
      enabled = true
    end
    for _, level in ipairs({ "info", "warn", "error" }) do
      methods[level] = function(_, message)
        if enabled then host.log("logger", { logger = name, level = level, message = tostring(message) }) end
      end
    end
    return strict.object("LrLogger", methods, {})
  end)
end
