-- SDK API reference, LrHttp: the text of an answer and its headers with `status`; nothing and `{ error = { errorCode, name, nativeCode } }` where there was
-- none. Without a header of its own the content type is text/plain (Mossop/lightroom-lua). Others run meanwhile.
local socket = require("socket")
local strict = require("strict")

local DEFAULT_SECONDS = 60
local CHUNK_BYTES = 65536
local NAMES = {
  badURL = "The address is not valid.",
  timedOut = "The request timed out.",
  cannotFindHost = "The host could not be found.",
  cannotConnectToHost = "Could not connect to the host.",
  networkConnectionLost = "The network connection was lost.",
  badServerResponse = "The server's response was not valid.",
}

return function(host)
  local tasks = host.tasks

  local function failure(url, code, native)
    host.log("no answer", { url = url, errorCode = code })
    return nil, { error = { errorCode = code, name = NAMES[code], nativeCode = native } }
  end

  local function waitFor(connection, write, deadline)
    tasks.suspend("LrHttp.post", { socket = connection, write = write, at = deadline })
    return tasks.now() < deadline
  end

  local function connectTo(address, port, deadline)
    local connection = address:find(":") and socket.tcp6() or socket.tcp4()
    connection:settimeout(0)
    local ok, why = connection:connect(address, port)
    if not ok and (why == "timeout" or why == "Operation already in progress") then
      if not waitFor(connection, true, deadline) then
        connection:close()
        return nil, "timedOut"
      end
      ok, why = connection:connect(address, port)
      if why == "already connected" then ok = true end
    end
    if ok then return connection end
    connection:close()
    return nil, "cannotConnectToHost", why
  end

  local function connect(name, port, deadline)
    local addresses = name == "localhost" and { "127.0.0.1", "::1" } or { (socket.dns.toip(name)) }
    if #addresses == 0 then return nil, "cannotFindHost" end
    local connection, code, why
    for _, address in ipairs(addresses) do
      connection, code, why = connectTo(address, port, deadline)
      if connection then return connection end
    end
    return nil, code, why
  end

  local function send(connection, text, deadline)
    local sent = 0
    while sent < #text do
      local last, why, partial = connection:send(text, sent + 1)
      sent = last or partial
      if not last then
        if why ~= "timeout" then return nil, "networkConnectionLost", why end
        if not waitFor(connection, true, deadline) then return nil, "timedOut" end
      end
    end
    return true
  end

  -- A function that gives what has come so far, once `enough(text)` says so; nothing where the connection ends before.
  local function receiver(connection, deadline)
    local pieces, size, closed = {}, 0, false
    local function joined()
      local text = table.concat(pieces)
      pieces = { text }
      return text
    end
    return function(enough)
      while not enough(size, joined) do
        if closed then return nil, "networkConnectionLost" end
        local data, why, partial = connection:receive(CHUNK_BYTES)
        data = data or partial
        if data and #data > 0 then
          pieces[#pieces + 1] = data
          size = size + #data
        end
        if why == "closed" then
          closed = true
        elseif why == "timeout" and (not data or #data == 0) then
          if not waitFor(connection, false, deadline) then return nil, "timedOut" end
        end
      end
      return joined()
    end, function() return closed end
  end

  local function chunked(text, at)
    local body = {}
    while true do
      local digits, from = text:match("^(%x+)[^\r\n]*\r\n()", at)
      if not digits then return nil end
      local size = tonumber(digits, 16)
      if #text < from + size + 1 then return nil end
      if size == 0 then return table.concat(body) end
      body[#body + 1] = text:sub(from, from + size - 1)
      at = from + size + 2
    end
  end

  local function receive(connection, deadline)
    local read, isClosed = receiver(connection, deadline)
    local text, code = read(function(_, joined) return joined():find("\r\n\r\n", 1, true) end)
    if not text then return nil, code end
    local status, from = text:match("^HTTP/1%.%d (%d%d%d)[^\r\n]*\r\n()")
    if not status then return nil, "badServerResponse" end
    local headers, bodyAt = { status = tonumber(status) }, text:find("\r\n\r\n", 1, true) + 4
    local named = {}
    for field, value in text:sub(from, bodyAt - 3):gmatch("([^:\r\n]+):[ \t]*([^\r\n]*)") do
      table.insert(headers, { field = field, value = value })
      named[field:lower()] = value
    end
    local length = tonumber(named["content-length"])
    if (named["transfer-encoding"] or ""):lower() == "chunked" then
      text, code = read(function(_, joined) return chunked(joined(), bodyAt) end)
      return text and chunked(text, bodyAt), text and headers or code
    end
    text, code = read(function(size) return length and size >= bodyAt - 1 + length or not length and isClosed() end)
    return text and text:sub(bodyAt), text and headers or code
  end

  local function requestText(method, path, name, port, headers, body)
    local lines = { ("%s %s HTTP/1.1"):format(method, path), ("Host: %s:%s"):format(name, port), "Connection: close", "Content-Length: " .. #body }
    local hasType = false
    for _, header in ipairs(headers) do
      if type(header.field) ~= "string" or type(header.value) ~= "string" or (header.field .. header.value):find("[\r\n]") then
        error("LrHttp.post: a header is { field = text, value = text }", 3)
      end
      hasType = hasType or header.field:lower() == "content-type"
      lines[#lines + 1] = header.field .. ": " .. header.value
    end
    if not hasType then lines[#lines + 1] = "Content-Type: text/plain" end
    return table.concat(lines, "\r\n") .. "\r\n\r\n" .. body
  end

  return strict.namespace("LrHttp", {
    post = function(url, body, headers, method, timeout)
      local what = "LrHttp.post"
      tasks.demand(what)
      if type(url) ~= "string" or type(body) ~= "string" then error(what .. ": an address and a text are needed", 2) end
      if method ~= nil and method ~= "POST" then error(what .. ": the method can only be POST in this simulator", 2) end
      tasks.suspend(what, { at = 0 })
      local name, port, path = url:match("^http://([%w%.%-]+):?(%d*)(/?.*)$")
      if not name then return failure(url, "badURL") end
      port = port == "" and "80" or port
      local text = requestText("POST", path == "" and "/" or path, name, port, headers or {}, body)
      local deadline = tasks.now() + (timeout or DEFAULT_SECONDS)
      host.log("request", { url = url, bytes = #body })
      local connection, code, native = connect(name, tonumber(port), deadline)
      if not connection then return failure(url, code, native) end
      host.connections[connection] = true
      local ok, answer, info
      ok, code, native = send(connection, text, deadline)
      if ok then
        answer, info = receive(connection, deadline)
        code = not answer and info or nil
      end
      host.connections[connection] = nil
      connection:close()
      if not answer then return failure(url, code, native) end
      host.log("answer", { url = url, status = info.status, bytes = #answer })
      return answer, info
    end,
    openUrlInBrowser = function(url)
      if type(url) ~= "string" then error("LrHttp.openUrlInBrowser: an address is needed", 2) end
      table.insert(host.urls, url)
      host.log("opened in the browser", { url = url })
    end,
  })
end
