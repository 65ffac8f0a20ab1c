local spec = ...
local it, said, equal = spec.it, spec.said, spec.equal
local files = require("files")

local LONG = [[
  local prefs = import "LrPrefs".prefsForPlugin()
  say("began with", prefs.count)
  prefs.count = (prefs.count or 0) + 1
  LrFunctionContext.postAsyncTaskWithContext("long", function(context)
    context:addCleanupHandler(function() say("cleaned") end)
    for _, photo in ipairs(catalog:getAllPhotos()) do
      if not photo:getPropertyForPlugin(_PLUGIN, "why") then
        catalog:withPrivateWriteAccessDo(function() photo:setPropertyForPlugin(_PLUGIN, "why", "run " .. prefs.count) end, { timeout = 1 })
        LrTasks.sleep(0.05)
      end
    end
    catalog:withWriteAccessDo("Collect", function() catalog:createCollectionSet("Set", nil, true) end, { timeout = 1 })
    say("ended")
  end)
]]

it("quitting ends tasks where they are, keeps what was written, and the next start goes on from there", function()
  local lr = spec.start(LONG, { count = 4 })
  lr:menu("Go.lua")
  lr:when(function() return lr:fields(lr:photo(2)).why end, function() lr:quit() end)
  lr:run()
  equal(said(lr), { "began with nil" })
  equal({ lr:fields(lr:photo(2)).why, lr:fields(lr:photo(3)).why }, { "run 1" })

  local again = spec.start(LONG, { catalogue = { file = lr.folder .. "/Spec.lrcat" } })
  again:menu("Go.lua")
  again:run()
  equal(said(again), { "began with 1", "ended", "cleaned" })
  equal({ again:fields(again:photo(2)).why, again:fields(again:photo(4)).why }, { "run 1", "run 2" })
  again:quit()

  local third = spec.start("", { catalogue = { file = lr.folder .. "/Spec.lrcat" } })
  equal(third:report().collections, { { path = "Set", kind = "set" } })
end)

it("what an open write gate holds is lost", function()
  local lr = spec.start [[
    task(function()
      catalog:withPrivateWriteAccessDo(function()
        catalog:getAllPhotos()[1]:setPropertyForPlugin(_PLUGIN, "why", "x")
        LrTasks.sleep(1)
      end, { timeout = 1 })
    end)
  ]]
  lr:menu("Go.lua")
  lr:after(0.05, function() lr:quit() end)
  lr:run()
  local again = spec.start("", { catalogue = { file = lr.folder .. "/Spec.lrcat" } })
  equal(again:fields(again:photo(1)).why, nil)
end)

it("quitting within a dialog that a script has open ends the script", function()
  local lr
  lr = spec.start([[ LrDialogs.message("open") say("after") ]], { person = function() lr:quit() end })
  lr:menu("Go.lua")
  equal(said(lr), {})
  equal(#lr.errors, 0)
end)

it("a photograph that was removed stays removed", function()
  local lr = spec.start("")
  lr:delete(lr:photo(1))
  lr:quit()
  local again = spec.start("", { catalogue = { file = lr.folder .. "/Spec.lrcat" } })
  equal(#again.catalogue.photos, 1)
  equal(again:report().photos[1].deleted, true)
end)

it("preferences keep texts, numbers and booleans, and refuse the rest", function()
  local lr = spec.go [[
    local prefs = import "LrPrefs".prefsForPlugin()
    prefs.a, prefs.b, prefs.c = "ä", 1.5, false
    prefs.b = nil
    say(pcall(function() prefs.d = {} end))
  ]]
  assert(said(lr)[1]:find("texts, numbers and booleans"))
  equal(files.read(lr.folder .. "/Spec.lrcat.preferences.json"), '{"a":"ä","c":false}')
end)
