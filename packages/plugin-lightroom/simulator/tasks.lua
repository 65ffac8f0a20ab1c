-- Lightroom's cooperative tasks: coroutines on one thread and a real clock.
--
-- Tasks run on the thread of the interface and hand it on only where they yield ("Lightroom Classic SDK Programmers Guide", Defining function contexts and
-- tasks). Lua 5.1 cannot yield across its own `pcall`, a metamethod, or a callback of `table.sort` and `string.gsub`; Lightroom's users know the sentence
-- "Yielding is not allowed within a C or metamethod call" (markusthiel/lumio#13, LrGeniusAI#63). Nothing here imitates that: it happens by itself.
local socket = require("socket")

local POLL_SECONDS = 0.004

--- `fail(task, message)` is told of tasks of the plug-in that end with an error.
return function(fail)
  local tasks = { list = {}, current = nil, longest = { ms = 0, what = "" }, quit = false }
  local outside = 0 -- seconds in which the thread of the interface, though within a call of the plug-in, served others

  function tasks.now()
    return socket.gettime()
  end

  local function timed(what, run, ...)
    local began, outsideBefore = tasks.now(), outside
    local function ended(...)
      local ms = (tasks.now() - began - (outside - outsideBefore)) * 1000
      if ms > tasks.longest.ms then tasks.longest = { ms = ms, what = what } end
      return ...
    end
    return ended(run(...))
  end

  --- Begins a task. Those of the plug-in have `kind` `plugin`; `person` and `lightroom` are of the scenario and the simulator, and what fails there fails
  --- the scenario. `background`: nobody waits for its end.
  function tasks.start(name, run, kind, background)
    local task = { name = name, kind = kind or "plugin", background = background, yielding = true, waiting = { at = 0 } }
    task.thread = coroutine.create(run)
    table.insert(tasks.list, task)
    return task
  end

  --- Whether the code that runs is in a task that may yield (SDK API reference, LrTasks.canYield).
  function tasks.canYield()
    return tasks.current ~= nil and tasks.current.yielding
  end

  --- Throws where there is no task: many functions of the SDK "must be called from within an asynchronous task started using LrTasks" (SDK API reference,
  --- LrPhoto, LrCatalog, LrHttp). Scripts of menus and actions of buttons run outside of one.
  function tasks.demand(what)
    if not tasks.current then
      error(what .. ": must be called from within an asynchronous task started using LrTasks", 3)
    end
    -- MIDI2LR#377: in cleanups and at shutdown.
    if not tasks.current.yielding then error(what .. ": AgEventLoop.yieldToScheduler called when yielding is not allowed", 3) end
  end

  --- Lets others run until `condition`: `at` a time, once `ready()` is true, or once a `socket` can be read (or, with `write`, written). `poll` where
  --- `ready` asks for what no task here does.
  function tasks.suspend(what, condition)
    tasks.demand(what)
    return coroutine.yield(condition)
  end

  --- As `pcall`, across which tasks may yield (SDK API reference, LrTasks.pcall).
  function tasks.protected(run, ...)
    if not tasks.current then return pcall(run, ...) end
    local thread = coroutine.create(run)
    local function step(ok, ...)
      if not ok then return false, ... end
      if coroutine.status(thread) == "dead" then return true, ... end
      return step(coroutine.resume(thread, coroutine.yield(...)))
    end
    return step(coroutine.resume(thread, ...))
  end

  --- Runs code of the plug-in as Lightroom does outside of a task: it cannot yield.
  function tasks.outsideOfTask(what, run, ...)
    local current = tasks.current
    tasks.current = nil
    local function ended(...)
      tasks.current = current
      return ...
    end
    return ended(timed(what, pcall, run, ...))
  end

  --- Runs within the present task what may not yield.
  function tasks.withoutYielding(run, ...)
    local task = tasks.current
    if not task then return pcall(run, ...) end
    local before = task.yielding
    task.yielding = false
    local function ended(...)
      task.yielding = before
      return ...
    end
    return ended(pcall(run, ...))
  end

  local function remove(task)
    for at, each in ipairs(tasks.list) do
      if each == task then return table.remove(tasks.list, at) end
    end
  end

  local function resume(task)
    local current = tasks.current
    tasks.current = task
    local ok, value
    if task.kind == "plugin" then
      ok, value = timed(task.name, coroutine.resume, task.thread)
    else
      ok, value = coroutine.resume(task.thread)
    end
    tasks.current = current
    if coroutine.status(task.thread) ~= "dead" then
      task.waiting = value
      return
    end
    remove(task)
    if ok then return end
    if task.kind == "plugin" then return fail(task, value) end
    error(("%s: %s"):format(task.name, tostring(value)), 0)
  end

  local function isReady(waiting, sockets)
    return (waiting.at and tasks.now() >= waiting.at) or (waiting.ready and waiting.ready()) or (waiting.socket and sockets[waiting.socket])
  end

  local function watch(seconds)
    local reading, writing = {}, {}
    for _, task in ipairs(tasks.list) do
      local waiting = task.waiting
      if waiting.socket then table.insert(waiting.write and writing or reading, waiting.socket) end
    end
    if #reading + #writing == 0 then
      if seconds > 0 then socket.sleep(seconds) end
      return {}
    end
    local readable, writable = socket.select(reading, writing, seconds)
    local ready = {}
    for _, each in ipairs(readable) do ready[each] = true end
    for _, each in ipairs(writable) do ready[each] = true end
    return ready
  end

  local function idleSeconds()
    local seconds = math.huge
    for _, task in ipairs(tasks.list) do
      local waiting = task.waiting
      if waiting.at then seconds = math.min(seconds, math.max(0, waiting.at - tasks.now())) end
      if waiting.poll then seconds = math.min(seconds, POLL_SECONDS) end
      if waiting.socket then seconds = math.min(seconds, 0.5) end
    end
    return seconds
  end

  local function round(sockets)
    local ran, turns = false, {}
    for at, task in ipairs(tasks.list) do turns[at] = task end
    for _, task in ipairs(turns) do
      if tasks.quit then return true end
      if coroutine.status(task.thread) == "suspended" and isReady(task.waiting, sockets) then
        ran = true
        resume(task)
      end
    end
    return ran
  end

  local function idle()
    for _, task in ipairs(tasks.list) do
      if not task.background and task ~= tasks.current then return false end
    end
    return true
  end

  --- Runs tasks until `done()`, until none is left (`done` missing), or for so many seconds. Says how it ended: `done`, `late`, `stuck` or `quit`.
  function tasks.pump(done, seconds)
    local began = tasks.now()
    local deadline = began + seconds
    local function ended(how)
      outside = outside + tasks.now() - began
      return how
    end
    while true do
      if tasks.quit then return ended("quit") end
      if done then
        if done() then return ended("done") end
      elseif idle() then
        return ended("done")
      end
      if tasks.now() >= deadline then return ended("late") end
      if not round(watch(0)) then
        local wait = math.min(idleSeconds(), deadline - tasks.now())
        if done then wait = math.min(wait, POLL_SECONDS) elseif wait == math.huge then return ended("stuck") end
        watch(math.max(0, wait))
      end
    end
  end

  --- The names of those that somebody waits for.
  function tasks.unfinished()
    local names = {}
    for _, task in ipairs(tasks.list) do
      if not task.background then names[#names + 1] = task.name end
    end
    return names
  end

  return tasks
end
