-- Assesses pictures by a running calm serve. Lua 5.1 and curl.
-- lua5.1 assess_http.lua /photos/one.jpg /photos/another.jpg
package.path = arg[0]:match("^(.-)[^/]*$") .. "?.lua;" .. package.path
local json = require("json")

local function read(path)
  local file = assert(io.open(path))
  local text = file:read("*a")
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
end

-- Where the server says how it is reached; docs/serve.md names the folder of other systems.
local folder = (os.getenv("XDG_DATA_HOME") or os.getenv("HOME") .. "/.local/share") .. "/calm/"
local port = json.decode(read(folder .. "server.json")).port
local token = read(folder .. "token"):match("%S+")

local body, options = os.tmpname(), os.tmpname() -- Only the person can read these, and the token is in no list of processes.
write(options, ([[
url = "http://localhost:%d/rpc"
header = "Authorization: Bearer %s"
header = "Content-Type: application/json"
data-binary = "@%s"
]]):format(port, token, body))

for _, path in ipairs(arg) do
  local params = { source = { kind = "path", path = path } }
  write(body, json.encode({ jsonrpc = "2.0", id = 1, method = "assess", params = params }))
  local curl = assert(io.popen("curl --silent --show-error --config " .. options))
  local answer = json.decode(curl:read("*a"))
  curl:close()
  if answer.error then
    print(answer.error.data.message .. " " .. answer.error.data.hint)
  else
    print(path .. ": " .. answer.result.score.value .. " of 10")
  end
end
os.remove(body)
os.remove(options)
