-- Teaches from the selected photographs, twice; then scores them.
local start = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

return function(lightroom, given)
  local answers = { person = function(dialog)
    if dialog.title == "CALM: teach my taste" then
      dialog:choose(given.choose)
      if given.from then dialog:set("from", given.from) end
      dialog:set("profile", "Weddings")
    end
  end }
  local lr = start(lightroom, given, answers)
  lr:select(lr.catalogue.photos)
  lr:menu("Teach.lua")
  lr:run(nil, 200)
  lr:menu("Teach.lua")
  lr:run(nil, 200)
  lr:menu("ScoreSelected.lua")
  lr:run(nil, 200)
  return lr:report()
end
