-- Shows what the guide has pictures of: scored fields, an explanation, the question about stars, the export section and the Plug-in Manager.
local start = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

return function(lightroom, given)
  local trees = {}
  local lr = start(lightroom, given, { person = function(dialog)
    trees[dialog.title or dialog.message] = dialog:tree()
    if dialog.title == "CALM: teach my taste" then return "cancel" end
  end })
  lr:select(lr.catalogue.photos)
  lr:menu("ScoreSelected.lua")
  lr:run(nil, 120)
  lr:select({ lr:photo(given.explained) })
  lr:menu("Explain.lua")
  lr:run(nil, 60)
  lr:select(lr.catalogue.photos)
  lr:menu("Teach.lua")
  lr:run(nil, 60)
  lr:export { photos = { lr:photo(1) }, folder = given.folder .. "/exported", settings = {}, person = function(dialog) trees.export = dialog:tree() end }
  lr:run(nil, 60)
  lr:manager(function(dialog)
    lr:wait(function() return dialog:text():find("answers on", 1, true) end, 20)
    trees.manager = dialog:tree()
  end)
  lr:run(nil, 60)
  return { trees = trees, fields = lr:fields(lr:photo(given.explained)) }
end
