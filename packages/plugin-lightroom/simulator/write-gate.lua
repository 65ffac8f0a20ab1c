-- Who may write into the catalogue, and when (SDK API reference, LrCatalog.withWriteAccessDo and withPrivateWriteAccessDo).
--
-- What is written counts once the gate has ended well, all of it or nothing; until then it cannot be read. Gates may not be nested.
local json = require("json")

return function(host)
  local tasks = host.tasks
  local gate = { open = nil, busyUntil = 0, longestMs = 0 }

  --- Others hold the catalogue for so many seconds, as Lightroom's own work and other plug-ins do.
  function gate.hold(seconds)
    gate.busyUntil = tasks.now() + seconds
  end

  function gate.release()
    gate.busyUntil = 0
  end

  local function isFree()
    return not gate.open and tasks.now() >= gate.busyUntil
  end

  --- The gate in which the present task is; throws where there is none, or where it is one for the plug-in's own fields and more is wanted.
  function gate.demand(what, wantsAll)
    local open = gate.open
    if not open or open.task ~= tasks.current then
      error(what .. ": must be called from within one of the catalog:with___WriteAccessDo gates", 3)
    end
    if wantsAll and open.private then error(what .. ": must be called from within catalog:withWriteAccessDo", 3) end
    return open
  end

  local function demandTimeout(what, timeout)
    if timeout == nil then return end
    if type(timeout) ~= "table" or type(timeout.timeout) ~= "number" then error(what .. ": the timeout must be { timeout = seconds }", 3) end
    for key in pairs(timeout) do
      if key ~= "timeout" and key ~= "callback" then error(("%s: '%s' is not in this simulator"):format(what, key), 3) end
    end
  end

  -- Whether the catalogue became free in time.
  local function wait(what, name, timeout)
    if isFree() then return true end
    host.log("write waits", { name = name })
    if not timeout then
      -- Word for word, as users see it: bmachek/lrc-immich-plugin#119.
      error(("%s: could not execute action '%s'.\nIt was blocked by another write access call, and no timeout parameters were provided.")
        :format(what, name), 3)
    end
    local deadline = tasks.now() + timeout.timeout
    while not isFree() and tasks.now() < deadline do
      tasks.suspend(what, { ready = isFree, at = math.min(deadline, gate.busyUntil > tasks.now() and gate.busyUntil or deadline) })
    end
    return isFree()
  end

  --- Runs `write` with the catalogue held. `private`: for the plug-in's own fields alone, and without a step to undo.
  function gate.run(what, name, private, write, timeout)
    tasks.demand(what)
    if type(write) ~= "function" then error(what .. ": a function must be given", 2) end
    demandTimeout(what, timeout)
    if gate.open and gate.open.task == tasks.current then error(what .. ": must not be called recursively", 2) end
    tasks.suspend(what, { at = 0 })
    if not wait(what, name, timeout) then
      host.log("write given up", { name = name })
      if timeout.callback then
        timeout.callback()
        return "aborted"
      end
      error(("%s: could not execute action '%s': no write access within %g seconds"):format(what, name, timeout.timeout), 2)
    end
    local open = { task = tasks.current, private = private, name = name, changes = {}, undo = json.list() }
    gate.open = open
    local began = tasks.now()
    local ok, message = tasks.protected(host.inContext, name, write)
    gate.longestMs = math.max(gate.longestMs, (tasks.now() - began) * 1000)
    gate.open = nil
    if not ok then
      host.log("write rolled back", { name = name, message = tostring(message) })
      error(message, 0)
    end
    for _, change in ipairs(open.changes) do change() end
    host.log("write", { name = name, private = private, changes = #open.changes })
    if not private then table.insert(host.undoSteps, { name = name, changes = open.undo }) end
    return "executed"
  end

  return gate
end
