-- Assesses pictures by an engine that is started for it. Lua 5.1 and nothing else: io.popen goes one way only, so that the requests wait in a file.
-- lua5.1 assess_stdio.lua "calm serve --stdio" photo.jpg another.jpg
package.path = arg[0]:match("^(.-)[^/]*$") .. "?.lua;" .. package.path
local json = require("json")

local requests = os.tmpname()
local file = assert(io.open(requests, "w"))
for id = 2, #arg do
  local params = { source = { kind = "path", path = arg[id] } }
  file:write(json.encode({ jsonrpc = "2.0", id = id, method = "assess", params = params }), "\n")
end
file:close()

local engine = assert(io.popen(arg[1] .. " < " .. requests))
for line in engine:lines() do -- Answers come as they are ready.
  local answer = json.decode(line)
  if answer.error then
    print(answer.error.data.message .. " " .. answer.error.data.hint)
  else
    print(arg[answer.id] .. ": " .. answer.result.score.value .. " of 10")
  end
end
engine:close()
os.remove(requests)
