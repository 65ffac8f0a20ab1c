-- SDK API reference, LrDate: seconds from 2001-01-01 00:00 UTC.
local strict = require("strict")

local EPOCH = 978307200
local TOKENS = "^[BbmdjyYHIMSpaA%%]$"

return function(host)
  return strict.namespace("LrDate", {
    currentTime = function() return host.currentTime() end,
    timeToUserFormat = function(time, format)
      for token in format:gmatch("%%(.)") do
        if not token:find(TOKENS) then error(("LrDate.timeToUserFormat: '%%%s' is not in this simulator"):format(token), 2) end
      end
      return os.date(format, math.floor(time + EPOCH))
    end,
  })
end
