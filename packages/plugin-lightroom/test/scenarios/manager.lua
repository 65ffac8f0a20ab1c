-- Opens the Plug-in Manager without an engine, has it started there, allows it to be started, and scores after the engine has died.
local start = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

return function(lightroom, given)
  local lr = start(lightroom, given)
  local seen = {}
  lr:manager(function(dialog)
    lr:wait(function() return not dialog:text():find("Looking for", 1, true) end, 20)
    seen.absent = dialog:text()
    dialog:press("Start the engine")
    lr:wait(function() return dialog:text():find("answers on", 1, true) end, 40)
    seen.found = dialog:text()
    dialog:check("Start the engine when it is needed and not running", true)
  end)
  lr:run(nil, 100)
  os.execute(given.kill)
  lr:select(lr.catalogue.photos)
  lr:menu("ScoreSelected.lua")
  lr:run(nil, 100)
  local report = lr:report()
  report.seen = seen
  return report
end
