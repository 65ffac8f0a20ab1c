local spec = ...
local it, go, said, equal, contains = spec.it, spec.go, spec.said, spec.equal, spec.contains

it("tasks take turns where they yield, and only there", function()
  local lr = go [[
    task(function() say("a1") say("a2") LrTasks.yield() say("a3") end)
    task(function() say("b1") LrTasks.yield() say("b2") end)
    say("script")
  ]]
  equal(said(lr), { "script", "a1", "a2", "b1", "a3", "b2" })
end)

it("sleep lasts as long as it says, by the clock", function()
  local lr = go [[
    task(function() LrTasks.sleep(0.05) say("slept less") end)
    task(function() LrTasks.sleep(0.15) say("slept") end)
  ]]
  equal(said(lr), { "slept less", "slept" })
  assert(lr.events[#lr.events].at >= 150)
end)

it("a yield across Lua's own pcall fails", function()
  local lr = go [[ task(function() say(pcall(function() LrTasks.sleep(0) end)) end) ]]
  contains(said(lr)[1], "false attempt to yield across metamethod/C-call boundary")
end)

it("a yield in a callback of table.sort or string.gsub, or in a metamethod, fails", function()
  local lr = go [[
    task(function()
      say(LrTasks.pcall(function() table.sort({ 2, 1 }, function(a, b) LrTasks.yield() return a < b end) end))
      say(LrTasks.pcall(function() return (string.gsub("a", "a", function() LrTasks.yield() end)) end))
      say(LrTasks.pcall(function() return setmetatable({}, { __index = function() LrTasks.yield() end }).x end))
    end)
  ]]
  for at = 1, 3 do contains(said(lr)[at], "false attempt to yield across") end
end)

it("LrTasks.pcall can be yielded across, nests, and hands on results and errors", function()
  local lr = go [[
    task(function()
      say(LrTasks.pcall(function(a, b)
        LrTasks.sleep(0.01)
        say(LrTasks.pcall(function() LrTasks.yield() error({ code = 3 }) end))
        return a + b, nil, "end"
      end, 1, 2))
      say(LrTasks.pcall(function() LrTasks.yield() error("broken", 0) end))
    end)
    task(function() say("other") end)
  ]]
  equal(said(lr)[1], "other")
  contains(said(lr)[2], "false table:")
  equal(said(lr)[3], "true 3 nil end")
  equal(said(lr)[4], "false broken")
end)

it("what needs a task throws in a menu's script", function()
  local lr = go [[
    say(LrTasks.canYield())
    say(pcall(LrTasks.sleep, 0))
    say(pcall(function() return catalog:getTargetPhotos() end))
    say(pcall(function() return catalog:getAllPhotos() end))
    say(pcall(import "LrHttp".post, "http://localhost/", "", {}, "POST", 1))
    say(pcall(function() return catalog:withPrivateWriteAccessDo(function() end, { timeout = 1 }) end))
    say(pcall(LrTasks.execute, "true"))
    task(function() say(LrTasks.canYield()) end)
  ]]
  equal(said(lr)[1], "false")
  for at = 2, 7 do contains(said(lr)[at], "must be called from within an asynchronous task") end
  equal(said(lr)[8], "true")
end)

it("an error in a task is shown to the person and ends that task alone", function()
  local lr = go [[
    task(function() LrTasks.yield() error("broken", 0) end)
    task(function() LrTasks.sleep(0.02) say("goes on") end)
  ]]
  equal(said(lr), { "goes on" })
  equal(lr.errors[1].message, "broken")
  equal(lr.dialogs[1].kind, "error")
end)

it("a context's cleanups run in reverse, know how it ended, may not yield, and the error goes on", function()
  local lr = go [[
    task(function()
      say(LrTasks.pcall(LrFunctionContext.callWithContext, "c", function(context, value)
        context:addCleanupHandler(function(success, message) say("first", success, message) end)
        context:addCleanupHandler(function() say(LrTasks.canYield()) LrTasks.yield() end)
        LrTasks.sleep(0.01)
        error("broken with " .. value, 0)
      end, 7))
    end)
  ]]
  equal(said(lr), { "false", "first false broken with 7", "false broken with 7" })
  contains(lr.errors[1].message, "yieldToScheduler called when yielding is not allowed")
end)

it("a task with a context hides its error, unless a dialog for errors is attached", function()
  local lr = go [[
    LrFunctionContext.postAsyncTaskWithContext("silent", function() error("unseen", 0) end)
    LrFunctionContext.postAsyncTaskWithContext("loud", function(context)
      LrDialogs.attachErrorDialogToFunctionContext(context)
      error("seen", 0)
    end)
  ]]
  equal(lr.errors[1].message .. tostring(lr.errors[1].shown), "unseenfalse")
  equal(#lr.dialogs, 1)
  equal(lr.dialogs[1].message, "seen")
end)

it("a run that does not end says who is busy", function()
  local lr = spec.start [[ LrFunctionContext.postAsyncTaskWithContext("endless", function() while true do LrTasks.sleep(0.01) end end) ]]
  lr:menu("Go.lua")
  spec.throws("busy after 0.1 seconds: endless", lr.run, lr, nil, 0.1)
end)

it("the longest time without a yield is measured, and time in which a dialog is open is not", function()
  local lr
  lr = spec.start([[
    task(function() LrTasks.sleep(0.1) end)
    LrFunctionContext.postAsyncTaskWithContext("busy", function()
      local from = os.clock()
      while os.clock() - from < 0.05 do end
    end)
    LrDialogs.message("a dialog that stays open")
  ]], { person = function() lr:wait(0.2) end })
  lr:menu("Go.lua")
  lr:run()
  local report = lr:report()
  equal(report.longestBlock, "busy")
  assert(report.longestBlockMs >= 45, report.longestBlockMs)
end)

it("a command runs beside the tasks and gives its status", function()
  local lr = go [[
    task(function() say("status", LrTasks.execute("sleep 0.5; exit 3")) end)
    task(function() LrTasks.sleep(0.02) say("meanwhile") end)
  ]]
  equal(said(lr), { "meanwhile", "status 3" })
end)

it("Windows takes away the first and last quote of a command", function()
  local commands = {}
  go([[ task(function() say(WIN_ENV, MAC_ENV, LrTasks.execute('""C:\\calm\\calm.exe" "serve""')) end) ]], {
    system = "windows",
    execute = function(command)
      table.insert(commands, command)
      return 0
    end,
  })
  equal(commands, { [["C:\calm\calm.exe" "serve"]] })
end)
