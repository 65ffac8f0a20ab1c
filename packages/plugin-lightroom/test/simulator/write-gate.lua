local spec = ...
local it, go, said, equal, contains = spec.it, spec.go, spec.said, spec.equal, spec.contains

local WRITE = [[
  local function write(value, timeout)
    return LrTasks.pcall(function()
      return catalog:withPrivateWriteAccessDo(function()
        catalog:getAllPhotos()[1]:setPropertyForPlugin(_PLUGIN, "why", value)
      end, timeout)
    end)
  end
  local function written() return catalog:getAllPhotos()[1]:getPropertyForPlugin(_PLUGIN, "why") end
]]

local function start(script, options)
  local lr = spec.start(WRITE .. script, options)
  return lr, function()
    lr:menu("Go.lua")
    lr:run()
  end
end

it("nothing can be written outside of a gate", function()
  local lr = go [[
    task(function()
      say(LrTasks.pcall(function() catalog:getAllPhotos()[1]:setPropertyForPlugin(_PLUGIN, "why", "x") end))
      say(LrTasks.pcall(function() catalog:createCollectionSet("Set", nil, true) end))
    end)
  ]]
  contains(said(lr)[1], "must be called from within one of the catalog:with___WriteAccessDo gates")
  contains(said(lr)[2], "must be called from within one of the catalog:with___WriteAccessDo gates")
end)

it("a task cannot write in the gate of another", function()
  local lr = go(WRITE .. [[
    task(function() catalog:withPrivateWriteAccessDo(function() LrTasks.sleep(0.05) end, { timeout = 1 }) end)
    task(function()
      LrTasks.sleep(0.02)
      say(LrTasks.pcall(function() catalog:getAllPhotos()[1]:setPropertyForPlugin(_PLUGIN, "why", "x") end))
    end)
  ]])
  contains(said(lr)[1], "must be called from within one of the catalog:with___WriteAccessDo gates")
end)

it("what is written can be read once the gate has ended", function()
  local lr = go(WRITE .. [[
    task(function()
      catalog:withPrivateWriteAccessDo(function()
        catalog:getAllPhotos()[1]:setPropertyForPlugin(_PLUGIN, "why", "new")
        say(written())
      end, { timeout = 1 })
      say(written())
    end)
  ]])
  equal(said(lr), { "nil", "new" })
end)

it("an error within a gate takes back all of it, ends the gate and goes on", function()
  local lr = go(WRITE .. [[
    task(function()
      say(LrTasks.pcall(function()
        catalog:withPrivateWriteAccessDo(function()
          catalog:getAllPhotos()[1]:setPropertyForPlugin(_PLUGIN, "why", "lost")
          LrTasks.yield()
          error("broken", 0)
        end, { timeout = 1 })
      end))
      say(written())
      say(write("kept", nil))
    end)
  ]])
  equal(said(lr), { "false broken", "nil", "true executed" })
end)

it("gates may not be nested", function()
  local lr = go(WRITE .. [[
    task(function()
      catalog:withWriteAccessDo("outer", function() say(write("x", { timeout = 1 })) end, { timeout = 1 })
      catalog:withPrivateWriteAccessDo(function()
        say(LrTasks.pcall(function() catalog:withWriteAccessDo("inner", function() end, { timeout = 1 }) end))
      end, { timeout = 1 })
    end)
  ]])
  contains(said(lr)[1], "must not be called recursively")
  contains(said(lr)[2], "must not be called recursively")
end)

it("a busy catalogue fails at once without a timeout, in Lightroom's words", function()
  local lr, run = start [[ task(function() say(write("x", nil)) say(written()) end) ]]
  lr:holdCatalogue(math.huge)
  run()
  contains(said(lr)[1], "LrCatalog:withPrivateWriteAccessDo: could not execute action '(unknown)'.\n"
    .. "It was blocked by another write access call, and no timeout parameters were provided.")
  equal(said(lr)[2], "nil")
end)

it("with a timeout it waits, and writes once the catalogue is free", function()
  local lr, run = start [[ task(function() say(write("x", { timeout = 2 })) say(written()) end) ]]
  lr:holdCatalogue(0.1)
  run()
  equal(said(lr), { "true executed", "x" })
  assert(lr.events[#lr.events].at >= 100)
end)

it("over the timeout it throws, or calls the function given and says so", function()
  local lr, run = start [[
    task(function()
      say(write("x", { timeout = 0.05 }))
      say(write("x", { timeout = 0.05, callback = function() say("called") end }))
      say(written())
    end)
  ]]
  lr:holdCatalogue(math.huge)
  run()
  contains(said(lr)[1], "no write access within 0.05 seconds")
  equal({ said(lr)[2], said(lr)[3], said(lr)[4] }, { "called", "true aborted", "nil" })
end)

it("a gate waits for that of another task", function()
  local lr = go(WRITE .. [[
    task(function() catalog:withWriteAccessDo("slow", function() LrTasks.sleep(0.05) say("slow") end, { timeout = 1 }) end)
    task(function() say(write("x", { timeout = 1 })) end)
  ]])
  equal(said(lr), { "slow", "true executed" })
end)

it("normal writes are steps to undo with their names, private ones are none", function()
  local lr = go(WRITE .. [[
    task(function()
      write("x", { timeout = 1 })
      catalog:withWriteAccessDo("Clear scores", function()
        for _, photo in ipairs(catalog:getAllPhotos()) do photo:setPropertyForPlugin(_PLUGIN, "why", nil) end
      end, { timeout = 1 })
    end)
  ]])
  local report = lr:report()
  equal(report.undoSteps, { { name = "Clear scores", changes = { "why of photo 1", "why of photo 2" } } })
  equal(report.writes[2], { photo = 1, field = "why", old = "x", private = false, action = "Clear scores" })
end)

it("collections need a normal gate", function()
  local lr = go [[
    task(function()
      say(LrTasks.pcall(function() catalog:withPrivateWriteAccessDo(function() catalog:createCollectionSet("S", nil, true) end, { timeout = 1 }) end))
    end)
  ]]
  contains(said(lr)[1], "must be called from within catalog:withWriteAccessDo")
end)
