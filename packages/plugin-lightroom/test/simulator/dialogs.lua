local spec = ...
local it, go, said, equal, contains, throws = spec.it, spec.go, spec.said, spec.equal, spec.contains, spec.throws

local FORM = [==[
  local LrView, LrBinding = import "LrView", import "LrBinding"
  local f, bind = LrView.osFactory(), LrView.bind
  LrFunctionContext.postAsyncTaskWithContext("form", function(context)
    local properties = LrBinding.makePropertyTable(context)
    properties.name, properties.size, properties.kind, properties.done, properties.state = "old", "s", "a", false, "idle"
    properties.kinds = { { title = "Kind A", value = "a" }, { title = "Kind B", value = "b" } }
    properties.mayStart = true
    local answer = LrDialogs.presentModalDialog {
      title = "Form", actionVerb = "Save", otherVerb = "Save all",
      contents = f:column {
        bind_to_object = properties,
        f:group_box { title = "Box", f:edit_field { value = bind "name" }, f:static_text { title = bind "state" } },
        f:row {
          f:radio_button { title = "Small", value = bind "size", checked_value = "s" },
          f:radio_button { title = "Large", value = bind "size", checked_value = "l" },
        },
        f:popup_menu { value = bind "kind", items = bind "kinds" },
        f:checkbox { title = "Done", value = bind "done" },
        f:push_button { title = "Start", enabled = bind "mayStart", action = function()
          say("in a task", LrTasks.canYield())
          properties.mayStart = false
          task(function() LrTasks.sleep(0.05) properties.state = "finished" end)
        end },
        f:catalog_photo { photo = catalog:getAllPhotos()[1] },
        f:separator {}, f:spacer { height = 4 },
      },
    }
    say(answer, properties.name, properties.size, properties.kind, properties.done, properties.state)
  end)
]==]

local function answer(person)
  local lr
  lr = spec.start(FORM, { person = function(dialog) return person(dialog, lr) end })
  lr:menu("Go.lua")
  lr:run()
  return lr
end

it("a dialog is a tree with what its bindings say, and is answered by its action button by default", function()
  local lr = answer(function() end)
  equal(said(lr), { "ok old s a false idle" })
  local dialog = lr:report().dialogs[1]
  equal(dialog.buttons, { ok = "Save", cancel = "Cancel", other = "Save all" })
  local views = dialog.tree.children
  equal(views[1].children[1], { kind = "edit_field", key = "name", value = "old" })
  equal(views[2].children[1].checked, true)
  equal(views[3], { kind = "popup_menu", key = "kind", value = "a", title = "Kind A", items = { "Kind A", "Kind B" } })
  equal(views[5].enabled, true)
  equal(views[6].photo, 1)
end)

it("the person types, chooses, checks, presses and waits", function()
  local lr = answer(function(dialog, lr)
    dialog:set("name", "new")
    dialog:choose("Large")
    dialog:choose("Kind B")
    dialog:check("Done")
    dialog:press("Start")
    throws("is not enabled", dialog.press, dialog, "Start")
    lr:wait(function() return dialog:text():find("finished") end, 2)
    dialog:press("Save all")
  end)
  equal(said(lr), { "in a task false", "other new l b true finished" })
end)

it("what is not in a dialog cannot be pressed", function()
  answer(function(dialog)
    throws("has no button 'Send'", dialog.press, dialog, "Send")
    throws("has no value 'nome'", dialog.set, dialog, "nome", "x")
    throws("has no choice 'Huge'", dialog.choose, dialog, "Huge")
    throws("has no checkbox 'Dune'", dialog.check, dialog, "Dune")
  end)
end)

it("an error of the person's is one of the scenario", function()
  throws("a slip", answer, function() error("a slip") end)
end)

it("an error in a button's action is shown and the dialog stays", function()
  local lr = spec.start([[
    local f = import "LrView".osFactory()
    task(function()
      say(LrDialogs.presentModalDialog { title = "D", contents = f:row { f:push_button { title = "Break", action = function() LrTasks.sleep(0) end } } })
    end)
  ]], { person = function(dialog) dialog:press("Break") return "cancel" end })
  lr:menu("Go.lua")
  lr:run()
  contains(lr.errors[1].message, "must be called from within an asynchronous task")
  equal(said(lr), { "cancel" })
end)

it("a view of another kind, a child that is none, and a binding to nothing throw", function()
  local lr = go [[
    local LrView = import "LrView"
    local f = LrView.osFactory()
    say(pcall(function() return f:slider {} end))
    say(pcall(function() return f:row { "text" } end))
    say(pcall(function() return f:row { f:spacer {}, nil, f:spacer {} } end))
    say(pcall(LrView.bind, { key = "x" }))
    say(pcall(LrDialogs.presentModalDialog, { title = "D", contents = f:row { f:static_text { title = LrView.bind "x" } } }))
    say(pcall(LrDialogs.presentModalDialog, { title = "D", contents = {} }))
    say(pcall(import "LrBinding".makePropertyTable))
  ]]
  local expected = {
    "has no 'slider'", "child 1 is no view", "child 2 is no view", "the name of a key is needed", "no view above has bind_to_object",
    "contents must be a view", "a function context that has not ended is needed",
  }
  for at, part in ipairs(expected) do contains(said(lr)[at], part) end
end)

it("confirm gives which button was pressed, within a task and outside of one; others run meanwhile", function()
  local lr
  lr = spec.start([[
    task(function() LrTasks.sleep(0.02) say("meanwhile") end)
    say(LrDialogs.confirm("Clear?", "All of it.", "Clear", "Keep", "Some"))
    task(function() say(LrDialogs.confirm("Again?", nil, "Yes")) end)
  ]], {
    person = function(dialog)
      lr:wait(0.05)
      if dialog.message == "Clear?" then dialog:press("Some") else return "cancel" end
    end,
  })
  lr:menu("Go.lua")
  lr:run()
  equal(said(lr), { "meanwhile", "other", "cancel" })
end)

it("messages and bezels are noted; a style that is none throws", function()
  local lr = go [[
    LrDialogs.message("Done", "All of it.", "info")
    LrDialogs.showBezel("2 scored")
    say(pcall(LrDialogs.message, "Done", nil, "loud"))
    say(pcall(LrDialogs.message))
  ]]
  equal({ lr.dialogs[1].info, lr.dialogs[1].style, lr.dialogs[2].kind, lr.dialogs[2].message }, { "All of it.", "info", "bezel", "2 scored" })
  contains(said(lr)[1], "'info', 'warning' or 'critical'")
  contains(said(lr)[2], "a text is needed")
end)

it("property tables and preferences hide what is in them from pairs", function()
  local lr = go [[
    LrFunctionContext.postAsyncTaskWithContext("c", function(context)
      local properties, prefs = import "LrBinding".makePropertyTable(context), import "LrPrefs".prefsForPlugin()
      properties.a, prefs.a = 1, 1
      say(next(properties), properties.a, next(prefs), prefs.a)
    end)
  ]]
  equal(said(lr), { "nil 1 nil 1" })
end)

it("progress is noted, can be cancelled by the person, and ends with its context", function()
  local lr = spec.start [[
    LrFunctionContext.postAsyncTaskWithContext("c", function(context)
      local progress = import "LrProgressScope" { title = "Scoring", functionContext = context }
      say(pcall(progress.setPortionComplete, progress, 3, 2))
      progress:setPortionComplete(1, 2)
      progress:setCaption("1 of 2")
      while not progress:isCanceled() do LrTasks.sleep(0.01) end
      say("cancelled")
    end)
  ]]
  lr:after(0.05, function() lr:cancel("Scoring") end)
  lr:menu("Go.lua")
  lr:run()
  contains(said(lr)[1], "3 of 2")
  equal(said(lr)[2], "cancelled")
  equal(lr:report().progress, { { title = "Scoring", portion = 0.5, caption = "1 of 2", captions = 1, isDone = true, isCanceled = true } })
end)

it("the Plug-in Manager shows the plug-in's sections, whose buttons work", function()
  local lr = spec.start { ["Manager.lua"] = [==[
    local LrView = import "LrView"
    return {
      startDialog = function(properties) properties.state = "idle" end,
      sectionsForTopOfDialog = function(f, properties)
        return { { title = "Engine", f:row {
          f:static_text { title = LrView.bind "state" },
          f:push_button { title = "Check", action = function() task(function() LrTasks.sleep(0.02) properties.state = "runs" end) end },
        } } }
      end,
      endDialog = function(properties) say("closed", properties.state) end,
    }
  ]==] }
  local text
  lr:manager(function(dialog)
    dialog:press("Check")
    lr:wait(function() return dialog:text():find("runs") end, 2)
    text = dialog:text()
  end)
  lr:run()
  contains(text, "Engine\n")
  equal(said(lr), { "closed runs" })
end)
