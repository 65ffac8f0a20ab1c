-- A start of Lightroom Classic with one plug-in, and the person before it. `README.md` documents the functions of a scenario.
local json = require("json")
local dialogs = require("dialog")
local newTasks = require("tasks")
local newPlugin = require("plugin")

local EPOCH = 978307200 -- 2001-01-01 00:00 UTC, from which the SDK counts
local PATIENCE_SECONDS = 60

local NAMESPACES = {
  LrApplication = "lr-application", LrBinding = "lr-binding", LrDate = "lr-date", LrDialogs = "lr-dialogs", LrExportSession = "lr-export-session",
  LrFileUtils = "lr-file-utils", LrFunctionContext = "lr-function-context", LrHttp = "lr-http", LrLogger = "lr-logger", LrPathUtils = "lr-path-utils",
  LrPrefs = "lr-prefs", LrProgressScope = "lr-progress-scope", LrStringUtils = "lr-string-utils", LrTasks = "lr-tasks",
}

local lightroom = {}

--- Starts Lightroom.
function lightroom.start(options)
  local host = {
    options = options, selection = {}, dialogs = {}, writes = json.list(), undoSteps = json.list(), exports = json.list(), progress = {},
    errors = json.list(), warnings = json.list(), urls = json.list(), commands = json.list(), events = json.list(), connections = {}, preferences = {},
  }
  local tasks = newTasks(function(task, message) host.failed(task.name, message) end)
  host.tasks = tasks
  local began = tasks.now()

  --- What happened, in its order.
  function host.log(event, details)
    local entry = { at = math.floor((tasks.now() - began) * 1000), event = event }
    for key, value in pairs(details or {}) do entry[key] = value end
    table.insert(host.events, entry)
  end

  --- An error of the plug-in, of which the person is told by a dialog unless `silently`.
  function host.failed(where, message, silently)
    local text = tostring(message)
    local last = host.errors[#host.errors]
    if last and last.message == text and last.shown then return end
    table.insert(host.errors, { where = where, message = text, shown = not silently })
    if not silently then host.note({ kind = "error", message = text }) end
  end

  --- Shows something that wants no answer.
  function host.note(described)
    table.insert(host.dialogs, dialogs.new(host, described))
    host.log("dialog", { kind = described.kind, message = described.message })
  end

  function host.currentTime()
    return tasks.now() - EPOCH
  end

  local namespaces, made = {}, {}
  for name, file in pairs(NAMESPACES) do
    namespaces[name] = function()
      made[name] = made[name] or require(file)(host)
      return made[name]
    end
  end
  namespaces.LrView = function() return (require("lr-view").namespace()) end

  local warned = {}
  local function warn(sentence)
    if not warned[sentence] then table.insert(host.warnings, sentence) end
    warned[sentence] = true
  end

  host.photos = require("photo")(host)
  host.catalogue = require("catalogue")(host, options.catalogue)
  host.gate = require("write-gate")(host)
  host.thumbnails = require("thumbnails")(host)
  host.renditions = require("renditions")(host)
  host.plugin = newPlugin(options.plugin, namespaces, tasks, options, warn)
  for _, name in ipairs({ "LrFunctionContext", "LrDialogs", "LrBinding", "LrProgressScope", "LrPrefs" }) do namespaces[name]() end
  host.catalogue.updateSchema()

  local lr = { catalogue = host.catalogue, plugin = host.plugin, events = host.events, errors = host.errors, dialogs = host.dialogs }

  local function runScript(what, file)
    local ok, message = tasks.outsideOfTask(what, host.plugin.run, file)
    if not ok and not tasks.quit then host.failed(what, message) end
  end

  --- The photograph by its place, its path, or the name of its file.
  function lr:photo(name)
    return host.catalogue.find(name)
  end

  --- Selects photographs; an empty list selects none.
  function lr:select(photos)
    host.selection = photos
  end

  --- What the plug-in has written for a photograph, by field.
  function lr:fields(photo)
    return host.photos.of(photo, "fields").fields
  end

  --- Chooses an item of a menu by its file or title. Its script runs at once and outside of a task; what it starts runs in `run`.
  function lr:menu(name)
    local item = host.plugin.menuItem(name)
    local what = ("menu '%s'"):format(item.title)
    local needed = item.enabledWhen
    if needed == "photosSelected" and #host.selection == 0 then error(what .. " is not enabled: nothing is selected", 2) end
    if needed == "photosAvailable" and #host.catalogue.photos == 0 then error(what .. " is not enabled: there are no photographs", 2) end
    host.log("menu", { title = item.title, file = item.file })
    runScript(what, item.file)
  end

  --- The person exports; says how it went once it has run.
  function lr:export(described)
    return require("export")(host)(described)
  end

  --- The person opens the Plug-in Manager.
  function lr:manager(person)
    require("manager")(host)(person)
  end

  --- The person changes a photograph, as by developing or rating it.
  function lr:change(photo, changes)
    local record = host.photos.of(photo, "change")
    host.photos.change(record, changes)
    if changes.lastEditTime == nil then record.raw.lastEditTime = host.currentTime() end
    host.log("the person changed", { photo = record.id })
  end

  --- The person removes a photograph from the catalogue.
  function lr:delete(photo)
    local record = host.photos.of(photo, "delete")
    host.catalogue.delete(record)
    host.log("the person removed", { photo = record.id })
  end

  --- Others write into the catalogue for so many seconds (`math.huge`: for ever).
  function lr:holdCatalogue(seconds)
    host.gate.hold(seconds)
  end

  function lr:releaseCatalogue()
    host.gate.release()
  end

  --- The person presses the × of a progress bar: of the one with this title, or of all.
  function lr:cancel(title)
    for _, scope in ipairs(host.progress) do
      if not scope.isDone and (title == nil or scope.title == title) then scope.isCanceled = true end
    end
    host.log("the person cancelled", { title = title })
  end

  local function hook(name, condition, act)
    tasks.start(name, function()
      tasks.suspend(name, condition)
      act()
    end, "person", true)
  end

  --- Does something after so many seconds.
  function lr:after(seconds, act)
    hook("after", { at = tasks.now() + seconds }, act)
  end

  --- Does something once `condition()` is true.
  function lr:when(condition, act)
    hook("when", { ready = condition, poll = true }, act)
  end

  --- Lets tasks run: until none is left; or until `condition()` is true. Throws where that takes longer than `seconds` (60).
  function lr:run(condition, seconds)
    local patience = seconds or PATIENCE_SECONDS
    local how = tasks.pump(condition, patience)
    if how ~= "done" and how ~= "quit" then
      error(("Lightroom is still busy after %g seconds: %s"):format(patience, table.concat(tasks.unfinished(), ", ")), 2)
    end
  end

  --- For the person, in a dialog or a hook: lets others run for so many seconds, or until a condition is true.
  function lr:wait(what, seconds)
    local deadline = tasks.now() + (type(what) == "number" and what or seconds or PATIENCE_SECONDS)
    local condition = type(what) == "function" and what or nil
    if tasks.current then
      tasks.suspend("wait", { at = deadline, ready = condition, poll = condition ~= nil })
    else
      tasks.pump(condition or function() return false end, deadline - tasks.now())
    end
    if condition and not condition() then error("what was waited for did not come", 2) end
  end

  --- Quits at once: nothing that a task would have done next is done. The catalogue's file has what was written.
  function lr:quit()
    host.log("quit")
    host.catalogue.save()
    tasks.quit = true
    for connection in pairs(host.connections) do connection:close() end
    if tasks.current then coroutine.yield({}) end
  end

  --- What happened, for JSON.
  function lr:report()
    local report = {
      photos = json.list(), dialogs = json.list(), progress = json.list(), collections = host.catalogue.listCollections(), writes = host.writes,
      undoSteps = host.undoSteps, exports = host.exports, errors = host.errors, warnings = host.warnings, urls = host.urls, commands = host.commands,
      preferences = host.preferences, events = host.events, unfinished = json.list(tasks.unfinished()),
      longestBlockMs = tasks.longest.ms, longestBlock = tasks.longest.what, longestWriteMs = host.gate.longestMs,
      mostThumbnailsAtOnce = host.thumbnails.mostRendering, thumbnailsAskedFor = host.thumbnails.asked,
    }
    for _, record in ipairs(host.catalogue.records()) do
      table.insert(report.photos, {
        id = record.id, path = record.raw.path, fields = record.fields, rating = record.raw.rating, pickStatus = record.raw.pickStatus,
        deleted = record.deleted or false,
      })
    end
    for _, dialog in ipairs(host.dialogs) do table.insert(report.dialogs, dialog:described()) end
    for _, scope in ipairs(host.progress) do
      table.insert(report.progress, {
        title = scope.title, caption = scope.caption, captions = scope.captions, portion = scope.portion, isDone = scope.isDone,
        isCanceled = scope.isCanceled,
      })
    end
    return report
  end

  return lr
end

return lightroom
