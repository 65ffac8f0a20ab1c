-- A catalogue with a person who presses what `given.presses` says, by part of a dialog's text, and else the action button.
return function(lightroom, given, answers)
  return lightroom.start {
    plugin = given.plugin,
    catalogue = { file = given.folder .. "/" .. (given.catalogue or "Test") .. ".lrcat", photos = given.photos },
    folders = { temp = given.folder .. "/temp", appData = given.folder .. "/appData", home = given.folder },
    locale = given.locale,
    system = given.system,
    execute = given.executes and function(command)
      os.execute(given.start)
      return 0
    end or nil,
    person = answers and answers.person or function(dialog)
      for part, button in pairs(given.presses or {}) do
        if dialog:text():find(part, 1, true) then
          dialog:press(button)
          return
        end
      end
    end,
  }
end
