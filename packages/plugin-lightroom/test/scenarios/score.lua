-- Scores everything, once or as often as `given.times` says; meanwhile happens what `given.meanwhile` says, once so many are scored.
local start = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

return function(lightroom, given)
  local lr = start(lightroom, given)
  lr:select(lr.catalogue.photos)
  local meanwhile = given.meanwhile
  if meanwhile then
    lr:when(function() return lr:fields(lr:photo(meanwhile.scored)).state ~= nil end, function()
      if meanwhile.cancel then lr:cancel() end
      if meanwhile.quit then lr:quit() end
      if meanwhile.restart then
        os.execute(given.kill)
        lr:after(2, function() os.execute(given.start) end)
      end
      if meanwhile.kill then os.execute(given.kill) end
    end)
  end
  if given.hold then lr:holdCatalogue(math.huge) end
  for time = 1, given.times or 1 do
    if time > 1 and given.hold then lr:releaseCatalogue() end
    if time > 1 and given.edit then lr:change(lr:photo(given.edit), { develop = { Exposure2012 = 2 } }) end
    lr:menu("ScoreSelected.lua")
    lr:run(nil, given.patience or 500)
  end
  for _, item in ipairs(given.andThen or {}) do
    lr:menu(item)
    lr:run(nil, 200)
  end
  return lr:report()
end
