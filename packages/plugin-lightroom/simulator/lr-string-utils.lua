-- SDK API reference, LrStringUtils.
local mime = require("mime")
local strict = require("strict")

return function()
  return strict.namespace("LrStringUtils", {
    encodeBase64 = function(text)
      if type(text) ~= "string" then error("LrStringUtils.encodeBase64: a text is needed, and a " .. type(text) .. " came", 2) end
      return (mime.b64(text))
    end,
    trimWhitespace = function(text) return text:match("^%s*(.-)%s*$") end,
  })
end
