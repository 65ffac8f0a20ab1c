local spec = ...
local it, go, said, equal, contains = spec.it, spec.go, spec.said, spec.equal, spec.contains

-- The server of these specs answers `/echo` with the method, content type, length and body that came, `/slow` after 0.3 seconds, `/status/N` with that
-- status, `/chunked` in chunks, `/cut` by closing before the end, `/never` not at all, `/large` with four million characters.
local function post(path, rest)
  return ([[LrHttp.post("http://localhost:%d%s", %s)]]):format(spec.given.port, path, rest)
end

local function asking(call)
  return ([[
    local LrHttp = import "LrHttp"
    task(function()
      local body, info = %s
      say(body)
      say(info and info.status, info and info.error and info.error.errorCode)
    end)
  ]]):format(call)
end

it("a request is a POST with its length, and text/plain unless it says otherwise", function()
  equal(said(go(asking(post("/echo", [["bödy", {}, "POST", 5]])))), { "POST text/plain 5 bödy", "200 nil" })
  local json = [["{}", { { field = "Content-Type", value = "application/json" } }, "POST", 5]]
  equal(said(go(asking(post("/echo", json))))[1], "POST application/json 2 {}")
end)

it("headers of the answer are given as fields and values", function()
  local lr = go(([[
    local LrHttp = import "LrHttp"
    task(function()
      local _, info = %s
      for _, header in ipairs(info) do if header.field:lower() == "x-spec" then say(header.value) end end
    end)
  ]]):format(post("/echo", [["", {}, "POST", 5]])))
  equal(said(lr), { "answered" })
end)

it("an answer with any status has a body", function()
  equal(said(go(asking(post("/status/503", [["", {}, "POST", 5]])))), { "status 503", "503 nil" })
end)

it("a large request and a large answer come whole, also in chunks", function()
  local lr = go(([[
    local LrHttp = import "LrHttp"
    task(function()
      local text = ("0123456789"):rep(400000)
      say(%s)
      local body = %s
      say(#body)
      say((%s))
    end)
  ]]):format("(" .. post("/length", [[text, {}, "POST", 5]]) .. ")", post("/large", [["", {}, "POST", 5]]), post("/chunked", [["", {}, "POST", 5]])))
  equal(said(lr), { "4000000", "4000000", "one two three" })
end)

it("others run while it waits", function()
  local lr = go(asking(post("/slow", [["", {}, "POST", 5]])) .. [[
    task(function() LrTasks.sleep(0.05) say("meanwhile") end)
  ]])
  equal(said(lr)[1], "meanwhile")
  equal(said(lr)[2], "slow")
end)

it("several requests are under way at once", function()
  local lr = go(asking(post("/slow", [["", {}, "POST", 5]])):rep(4, "\n"))
  equal(#said(lr), 8)
  for at = 2, 5 do equal(lr.events[at].event, "request") end
end)

local function fails(call, code)
  local lr = go(asking(call))
  equal(said(lr), { "nil", "nil " .. code })
  return lr
end

it("where nobody answers there is nothing, and the reason", function()
  fails([[LrHttp.post("http://localhost:1/", "", {}, "POST", 5)]], "cannotConnectToHost")
  fails([[LrHttp.post("localhost", "", {}, "POST", 5)]], "badURL")
  fails(post("/cut", [["", {}, "POST", 5]]), "networkConnectionLost")
end)

it("a timeout ends the wait", function()
  local lr = fails(post("/never", [["", {}, "POST", 0.2]]), "timedOut")
  local at = lr.events[#lr.events].at
  assert(at >= 200 and at < 10000, at)
end)

it("a torn header and a missing body are mistakes of the plug-in", function()
  local lr = go(([[
    local LrHttp = import "LrHttp"
    task(function()
      say(LrTasks.pcall(function() return %s end))
      say(LrTasks.pcall(function() return LrHttp.post("http://localhost/", nil, {}, "POST", 5) end))
    end)
  ]]):format(post("/echo", [["", { { field = "A", value = "b\r\nC: d" } }, "POST", 5]])))
  contains(said(lr)[1], "a header is")
  contains(said(lr)[2], "an address and a text are needed")
end)

it("addresses opened in the browser are noted", function()
  local lr = go [[ import "LrHttp".openUrlInBrowser("https://example.org/help") ]]
  equal(lr:report().urls, { "https://example.org/help" })
end)
