local spec = ...
local it, go, said, equal, contains, throws = spec.it, spec.go, spec.said, spec.equal, spec.contains, spec.throws

it("the target is what is selected, or all of the filmstrip", function()
  local script = [[ task(function()
    local names = {}
    for at, photo in ipairs(catalog:getTargetPhotos()) do names[at] = photo:getFormattedMetadata("fileName") end
    local one = catalog:getTargetPhoto()
    say(table.concat(names, " "), one and one.localIdentifier)
  end) ]]
  equal(said(go(script)), { "photo-1.jpg photo-2.jpg nil" })
  local lr = spec.start(script)
  lr:select({ lr:photo("photo-2.jpg") })
  lr:menu("Go.lua")
  lr:run()
  equal(said(lr), { "photo-2.jpg 2" })
end)

it("metadata has its types, and unknown keys throw", function()
  local lr = go([[
    task(function()
      local photo = catalog:getAllPhotos()[1]
      say(photo:getRawMetadata("rating"), photo:getRawMetadata("pickStatus"), photo:getRawMetadata("croppedDimensions").width)
      say(photo:getFormattedMetadata("cameraModel"), "[" .. photo:getFormattedMetadata("lens") .. "]")
      say(photo:getDevelopSettings().Exposure2012, photo:checkPhotoAvailability())
      say(LrTasks.pcall(function() return photo:getRawMetadata("ratings") end))
      say(LrTasks.pcall(function() return photo:getFormattedMetadata("rating") end))
      say(LrTasks.pcall(function() return catalog:batchGetRawMetadata({ photo }, { "uid" }) end))
      say(pcall(function() return photo:getRawMetadata("rating") end))
    end)
  ]], {
    change = function(photos)
      photos[1].rating, photos[1].croppedDimensions, photos[1].available = 3, { width = 6000, height = 4000 }, false
      photos[1].formatted, photos[1].develop = { cameraModel = "X-T5" }, { Exposure2012 = 0.5 }
    end,
  })
  equal(said(lr)[1], "3 nil 6000")
  equal(said(lr)[2], "X-T5 []")
  equal(said(lr)[3], "0.5 false")
  for at = 4, 6 do contains(said(lr)[at], "unknown key: '") end
  contains(said(lr)[7], "attempt to yield across")
end)

it("batches are keyed by the photographs themselves", function()
  local lr = go([==[
    task(function()
      local photos = catalog:getAllPhotos()
      local raw, own = catalog:batchGetRawMetadata(photos, { "rating", "uuid" }), catalog:batchGetPropertyForPlugin(photos, _PLUGIN, { "why" })
      say(raw[photos[2]].rating, own[photos[2]].why, catalog:findPhotoByUuid(raw[photos[2]].uuid) == photos[2])
      local found = catalog:findPhotosWithProperty(_PLUGIN.id, "why")
      say(#found, found[1] == photos[2])
    end)
  ]==], { change = function(photos) photos[2].rating, photos[2].fields = 4, { why = "w" } end })
  equal(said(lr), { "4 w true", "1 true" })
end)

it("what the person does during a run is seen", function()
  local lr = spec.start([==[
    task(function()
      local photos = catalog:getAllPhotos()
      local before = photos[1]:getRawMetadata("lastEditTime")
      LrTasks.sleep(0.1)
      say(photos[1]:getRawMetadata("rating"), photos[1]:getDevelopSettings().Exposure2012, photos[1]:getRawMetadata("lastEditTime") > before)
      say(LrTasks.pcall(function() return photos[2]:getRawMetadata("rating") end))
      say(#catalog:getAllPhotos(), catalog:batchGetRawMetadata(photos, { "rating" })[photos[2]])
    end)
  ]==])
  lr:after(0.02, function() lr:change(lr:photo(1), { rating = 5, develop = { Exposure2012 = 1 } }) end)
  lr:when(function() return lr.events[#lr.events].event == "the person changed" end, function() lr:delete(lr:photo(2)) end)
  lr:menu("Go.lua")
  lr:run()
  equal(said(lr)[1], "5 1 true")
  contains(said(lr)[2], "no longer in the catalog")
  equal(said(lr)[3], "1 nil")
end)

it("the plug-in's own writes change lastEditTime where the scenario says so", function()
  local script = [==[
    task(function()
      local photo = catalog:getAllPhotos()[1]
      local before = photo:getRawMetadata("lastEditTime")
      catalog:withPrivateWriteAccessDo(function() photo:setPropertyForPlugin(_PLUGIN, "why", "x") end, { timeout = 1 })
      say(photo:getRawMetadata("lastEditTime") == before)
    end)
  ]==]
  equal(said(go(script)), { "true" })
  equal(said(go(script, { writesCountAsEdits = true })), { "false" })
end)

it("a scenario cannot describe what photographs do not have", function()
  throws("a photograph has no 'stars'", spec.start, "", { change = function(photos) photos[1].stars = 3 end })
end)

-- Collections -----------------------------------------------------------------------------------------------------------------------------------------------

local FIVE = {
  count = 5,
  change = function(photos)
    photos[1].fields = { band = "high", why = "Strong light and Depth" }
    photos[2].fields = { band = "low", why = "tilted horizon" }
    photos[3].fields = { band = "high", why = "" }
    photos[4].fields = { why = "Depth" }
  end,
}

local function collected(search)
  local lr = go(([[
    task(function()
      catalog:withWriteAccessDo("make", function() catalog:createSmartCollection("Found", %s, nil, true) end, { timeout = 1 })
    end)
  ]]):format(search), FIVE)
  if lr.errors[1] then error(lr.errors[1].message, 0) end
  return lr:report().collections[1].photos
end

it("smart collections have the photographs that follow their rules", function()
  local band, why = "criteria = 'sdk:org.example.spec.band', ", "criteria = 'sdktext:org.example.spec.why', "
  local function rule(text) return collected(("{ { %s } }"):format(text)) end
  equal(rule(band .. "operation = '==', value = 'high'"), { 1, 3 })
  equal(rule(band .. "operation = '!=', value = 'high'"), { 2, 4, 5 })
  equal(rule(why .. "operation = 'any', value = 'depth horizon'"), { 1, 2, 4 })
  equal(rule(why .. "operation = 'all', value = 'depth light'"), { 1 })
  equal(rule(why .. "operation = 'beginsWith', value = 'strong'"), { 1 })
  equal(rule(why .. "operation = 'empty', value = ''"), { 3, 5 })
  equal(rule(why .. "operation = 'notEmpty', value = ''"), { 1, 2, 4 })
  equal(rule(why .. "operation = '==', value = 'Depth'"), { 4 })
  local both = ("{ { %soperation = '==', value = 'high' }, { %soperation = 'any', value = 'depth' }, combine = '%%s' }"):format(band, why)
  equal(collected(both:format("intersect")), { 1 })
  equal(collected(both:format("union")), { 1, 3, 4 })
  equal(collected(both:format("exclude")), { 2, 5 })
end)

it("rules that Lightroom would not understand throw", function()
  local function refused(sentence, search) throws(sentence, collected, search) end
  refused("unknown criteria 'rating'", "{ { criteria = 'rating', operation = '==', value = 3 } }")
  refused("unknown criteria 'sdk:com.other.band'", "{ { criteria = 'sdk:com.other.band', operation = '==', value = 'high' } }")
  refused("has not declared the metadata field 'bend'", "{ { criteria = 'sdk:org.example.spec.bend', operation = '==', value = 'high' } }")
  refused("is for enumerations", "{ { criteria = 'sdk:org.example.spec.why', operation = '==', value = 'high' } }")
  refused("is for texts", "{ { criteria = 'sdktext:org.example.spec.band', operation = 'any', value = 'high' } }")
  refused("not searchable", "{ { criteria = 'sdktext:org.example.spec.hidden', operation = 'any', value = 'x' } }")
  refused("has no operation '>='", "{ { criteria = 'sdk:org.example.spec.band', operation = '>=', value = 'high' } }")
  refused("may not be 'middle'", "{ { criteria = 'sdk:org.example.spec.band', operation = '==', value = 'middle' } }")
  refused("cannot be combined by 'both'", "{ { criteria = 'sdk:org.example.spec.band', operation = '==', value = 'low' }, combine = 'both' }")
end)

it("sets hold collections; what is there is given back or is nothing; what is new cannot be used before the gate ends", function()
  local lr = go [[
    local search = { { criteria = "sdk:org.example.spec.band", operation = "==", value = "high" } }
    task(function()
      local set
      catalog:withWriteAccessDo("1", function()
        set = catalog:createCollectionSet("Set", nil, true)
        say(pcall(function() return set:getName() end))
        say(pcall(function() return catalog:createSmartCollection("Early", search, set, true) end))
      end, { timeout = 1 })
      say(set:getName())
      catalog:withWriteAccessDo("2", function() catalog:createSmartCollection("High", search, set, true) end, { timeout = 1 })
      catalog:withWriteAccessDo("3", function()
        say(catalog:createCollectionSet("Set", nil, true) == set, catalog:createCollectionSet("Set", nil, false))
      end, { timeout = 1 })
    end)
  ]]
  contains(said(lr)[1], "cannot be read before the gate ends")
  contains(said(lr)[2], "cannot be used before the gate ends")
  equal({ said(lr)[3], said(lr)[4] }, { "Set", "true nil" })
  equal(lr:report().collections[2].path, "Set/High")
end)
