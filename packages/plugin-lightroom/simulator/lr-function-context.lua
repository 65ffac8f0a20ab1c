-- SDK API reference, LrFunctionContext.
local strict = require("strict")

return function(host)
  local tasks = host.tasks
  local kept = setmetatable({}, { __mode = "k" })

  local function new(name)
    local state = { name = name, cleanups = {}, scopes = {} }
    local context = strict.object("LrFunctionContext", {
      addCleanupHandler = function(_, clean)
        if type(clean) ~= "function" then error("LrFunctionContext:addCleanupHandler: a function is needed", 2) end
        table.insert(state.cleanups, clean)
      end,
    }, {})
    kept[context] = state
    return context, state
  end

  -- Handlers are called in the reverse order of their registration ("Lightroom Classic SDK Programmers Guide", Using function contexts for error handling)
  -- and may not yield (rsjaffe/MIDI2LR#377).
  local function finish(state, ok, message)
    for at = #state.cleanups, 1, -1 do
      local cleaned, why = tasks.withoutYielding(state.cleanups[at], ok, not ok and tostring(message) or nil)
      if not cleaned then host.failed(("cleanup of '%s'"):format(state.name), why) end
    end
    for _, scope in ipairs(state.scopes) do scope.isDone = true end
    if not ok and state.showsErrors then host.failed(state.name, message) end
    state.ended = true
  end

  --- Calls with a context. The error is thrown again after the handlers.
  function host.inContext(name, run, ...)
    local context, state = new(name)
    local function ended(ok, ...)
      finish(state, ok, ...)
      if not ok then error((...), 0) end
      return ...
    end
    return ended(tasks.protected(run, context, ...))
  end

  --- What is known of a context; throws where it is none, or has ended.
  function host.contextState(context, what)
    local state = kept[context]
    if not state or state.ended then error(what .. ": a function context that has not ended is needed", 3) end
    return state
  end

  return strict.namespace("LrFunctionContext", {
    callWithContext = function(name, run, ...) return host.inContext(name, run, ...) end,
    postAsyncTaskWithContext = function(name, run, ...)
      local arguments, count = { ... }, select("#", ...)
      local state
      tasks.start(name, function()
        local context
        context, state = new(name)
        local ok, message = tasks.protected(run, context, unpack(arguments, 1, count))
        finish(state, ok, message)
        -- Without `attachErrorDialogToFunctionContext` nobody is told.
        if not ok and not state.showsErrors then host.failed(name, message, true) end
      end)
    end,
  })
end
