-- Exports everything through "Score with CALM", in as many exports at a time as `given.exports` names settings.
local start = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

return function(lightroom, given)
  local lr = start(lightroom, given)
  local count = #given.exports
  local photos = lr.catalogue.photos
  for index, settings in ipairs(given.exports) do
    local some = {}
    for place, photo in ipairs(photos) do
      if place % count == index % count then some[#some + 1] = photo end
    end
    lr:export {
      photos = some,
      folder = given.folder .. "/exported-" .. index,
      settings = settings,
      holdsCatalogue = given.holdsCatalogue,
    }
  end
  lr:run(nil, 500)
  return lr:report()
end
