-- SDK API reference, LrTasks.
local files = require("files")
local strict = require("strict")

return function(host)
  local tasks = host.tasks

  -- Runs a command line of a shell beside the tasks, and waits for its status.
  local function runInShell(command)
    local status = os.tmpname()
    os.remove(status)
    -- The status appears whole: it is written beside and moved.
    os.execute(("( ( %s\n) >/dev/null 2>&1 </dev/null; echo $? >%s.part; mv %s.part %s ) >/dev/null 2>&1 &"):format(command, status, status, status))
    tasks.suspend("LrTasks.execute", { poll = true, ready = function() return files.kind(status) end })
    local code = tonumber(files.read(status))
    os.remove(status)
    return code
  end

  return strict.namespace("LrTasks", {
    startAsyncTask = function(run)
      if type(run) ~= "function" then error("LrTasks.startAsyncTask: a function is needed", 2) end
      tasks.start("task", run)
    end,
    sleep = function(seconds)
      tasks.suspend("LrTasks.sleep", { at = tasks.now() + seconds })
    end,
    yield = function()
      tasks.suspend("LrTasks.yield", { at = 0 })
    end,
    pcall = tasks.protected,
    canYield = tasks.canYield,
    execute = function(command)
      tasks.demand("LrTasks.execute")
      table.insert(host.commands, command)
      host.log("command", { command = command })
      if host.options.system == "windows" then
        -- `cmd /c` takes away the first and last quote of the line (Adobe's samples wrap the line in one more pair; karachungen/lightroom-plugin-export-hdr#4).
        command = command:gsub('^"(.*)"', "%1")
        assert(host.options.execute, "the scenario must say what commands do on Windows: start{ execute = function(command) return status end }")
      end
      if host.options.execute then
        tasks.suspend("LrTasks.execute", { at = 0 })
        return host.options.execute(command)
      end
      return runInShell(command)
    end,
  })
end
