-- SDK API reference, LrDialogs. Who answers is the scenario's `person`.
local strict = require("strict")
local dialogs = require("dialog")

local STYLES = { info = true, warning = true, critical = true }
local ANSWERS = { ok = true, cancel = true, other = true }
-- How long the thread of the interface may stand still in a dialog that a script opens outside of a task.
local PATIENCE_SECONDS = 120

return function(host)
  local tasks = host.tasks

  --- Shows a dialog to the person and waits for the answer: `person(dialog)` may set values, press buttons and wait; what it returns, or the button that it
  --- pressed last, closes the dialog. Otherwise that is the action button. Within a task others run meanwhile; outside of one, too, as a modal dialog has
  --- its own loop.
  function host.ask(dialog, person)
    table.insert(host.dialogs, dialog)
    dialog.shown = dialog:tree()
    host.log("dialog", { kind = dialog.kind, title = dialog.title, message = dialog.message })
    local answered = false
    local function isAnswered() return answered end
    tasks.start("the person", function()
      local answer = (person or host.options.person or function() end)(dialog)
      dialog.answer = answer or dialog.answer or "ok"
      assert(ANSWERS[dialog.answer], "a dialog is answered by 'ok', 'cancel' or 'other'")
      answered = true
    end, "person")
    if tasks.current then
      tasks.suspend("LrDialogs", { ready = isAnswered })
    else
      local how = tasks.pump(isAnswered, PATIENCE_SECONDS)
      if how == "quit" then error("Lightroom was quit", 0) end
      assert(how == "done", "nobody answers the dialog: " .. dialog:text())
    end
    host.log("answered", { title = dialog.title or dialog.message, answer = dialog.answer })
    return dialog.answer
  end

  local function demandText(value, what, optional)
    if type(value) ~= "string" and not (optional and value == nil) then error(what .. ": a text is needed, and a " .. type(value) .. " came", 3) end
  end

  return strict.namespace("LrDialogs", {
    message = function(message, info, style)
      demandText(message, "LrDialogs.message")
      demandText(info, "LrDialogs.message", true)
      if style ~= nil and not STYLES[style] then error("LrDialogs.message: 'info', 'warning' or 'critical' is needed", 2) end
      host.ask(dialogs.new(host, { kind = "message", message = message, info = info, style = style or "warning", buttons = { ok = "OK" } }))
    end,
    confirm = function(message, info, action, cancel, other)
      demandText(message, "LrDialogs.confirm")
      demandText(info, "LrDialogs.confirm", true)
      local buttons = { ok = action or "OK", cancel = cancel or "Cancel", other = other }
      return host.ask(dialogs.new(host, { kind = "confirm", message = message, info = info, buttons = buttons }))
    end,
    presentModalDialog = function(described)
      local what = "LrDialogs.presentModalDialog"
      demandText(described.title, what)
      if type(described.contents) ~= "table" or not described.contents.kind then error(what .. ": contents must be a view", 2) end
      local buttons = { ok = described.actionVerb or "OK", cancel = described.cancelVerb or "Cancel", other = described.otherVerb }
      if described.cancelVerb == "< exclude >" then buttons.cancel = nil end
      return host.ask(dialogs.new(host, { kind = "modal", title = described.title, buttons = buttons }, described.contents))
    end,
    showBezel = function(message)
      demandText(message, "LrDialogs.showBezel")
      host.note({ kind = "bezel", message = message })
    end,
    attachErrorDialogToFunctionContext = function(context)
      host.contextState(context, "LrDialogs.attachErrorDialogToFunctionContext").showsErrors = true
    end,
  })
end
