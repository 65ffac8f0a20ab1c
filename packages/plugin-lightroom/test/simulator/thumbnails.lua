local spec = ...
local it, go, said, equal, contains = spec.it, spec.go, spec.said, spec.equal, spec.contains
local files = require("files")

local ASK = [[
  task(function()
    local held, answered = {}, 0
    for at, photo in ipairs(catalog:getAllPhotos()) do
      held[at] = photo:requestJpegThumbnail(1024, 1024, function(jpeg, why)
        answered = answered + 1
        say(at, jpeg, why)
      end)
    end
    for _ = 1, 100 do
      if answered < #held then LrTasks.sleep(0.01) end
    end
  end)
]]

local function manner(how)
  return { count = 1, change = function(photos) photos[1].thumbnail = how end }
end

it("the answer is the bytes of the file that the scenario names, later", function()
  equal(said(go(ASK, { count = 1 })), { "1 bytes of photo 1 nil" })
  local other = spec.newFolder() .. "/other.jpg"
  files.write(other, "with edits")
  equal(said(go(ASK, manner { file = other })), { "1 with edits nil" })
end)

it("it does not come before the task that asked has yielded", function()
  local lr = go([[
    task(function()
      local held = catalog:getAllPhotos()[1]:requestJpegThumbnail(10, 10, function() say("answer") end)
      say("asked")
      LrTasks.sleep(0.1)
      say(held ~= nil)
    end)
  ]], { count = 1 })
  equal(said(lr), { "asked", "answer", "true" })
end)

it("nothing comes where nothing holds on to the request", function()
  local lr = go([[
    local function ask(photo) photo:requestJpegThumbnail(10, 10, function() say("answer") end) end
    task(function()
      ask(catalog:getAllPhotos()[1])
      LrTasks.sleep(0.1)
      say("gave up")
    end)
  ]], { count = 1 })
  equal(said(lr), { "gave up" })
  equal(lr.events[#lr.events - 1].why, "nothing held the request")
end)

it("nor where only its own answer does", function()
  local lr = go([[
    local function ask(photo)
      local held
      held = photo:requestJpegThumbnail(10, 10, function() say("answer", held) end)
    end
    task(function()
      ask(catalog:getAllPhotos()[1])
      LrTasks.sleep(0.1)
    end)
  ]], { count = 1 })
  equal(said(lr), {})
end)

it("it comes late, never, twice, small, or with an error, as the scenario says", function()
  local late = go(ASK, manner { manner = "late", seconds = 0.15 })
  equal(said(late), { "1 bytes of photo 1 nil" })
  equal(said(go(ASK, manner { manner = "late", seconds = 0.05 })), { "1 bytes of photo 1 nil" })
  local answered
  for _, each in ipairs(late.events) do answered = each.event == "thumbnail answered" and each.at or answered end
  assert(answered >= 150, answered)
  equal(said(go(ASK, manner { manner = "never" })), {})
  equal(said(go(ASK, manner { manner = "twice" })), { "1 bytes of photo 1 nil", "1 bytes of photo 1 nil" })
  equal(said(go(ASK, manner { manner = "error", message = "no preview" })), { "1 nil no preview" })
  local small = spec.newFolder() .. "/small.jpg"
  files.write(small, "small")
  equal(said(go(ASK, manner { manner = "small", file = small })), { "1 small nil" })
end)

it("no more than two are made at a time, or as many as the scenario says", function()
  local lr = go(ASK, { count = 8, renderSeconds = 0.02 })
  equal(#said(lr), 8)
  equal(lr:report().mostThumbnailsAtOnce, 2)
  equal(go(ASK, { count = 8, renderSeconds = 0.02, rendersAtOnce = 3 }):report().mostThumbnailsAtOnce, 3)
end)

it("an answer runs outside of a task, and its error is shown", function()
  local lr = go([[
    task(function()
      local held = catalog:getAllPhotos()[1]:requestJpegThumbnail(10, 10, function() say(LrTasks.canYield()) error("broken", 0) end)
      LrTasks.sleep(0.1)
      say(held ~= nil)
    end)
  ]], { count = 1 })
  equal(said(lr), { "false", "true" })
  equal(lr.errors[1].message, "broken")
end)

it("a photograph that is gone has none", function()
  local lr = spec.start([[
    task(function()
      local photo = catalog:getAllPhotos()[1]
      local held = photo:requestJpegThumbnail(10, 10, function(jpeg, why) say(jpeg, why) end)
      LrTasks.sleep(0.2)
      say(held ~= nil)
    end)
  ]], manner { manner = "late", seconds = 0.1 })
  lr:after(0.02, function() lr:delete(lr:photo(1)) end)
  lr:menu("Go.lua")
  lr:run()
  contains(said(lr)[1], "nil the photo is no longer")
end)

it("asking needs a task, two sizes and a function", function()
  local lr = go [[
    local photo
    task(function()
      photo = catalog:getAllPhotos()[1]
      say(LrTasks.pcall(function() return photo:requestJpegThumbnail(10, nil, function() end) end))
    end)
    LrDialogs.message("until it has run")
    say(pcall(function() return photo:requestJpegThumbnail(10, 10, function() end) end))
  ]]
  contains(said(lr)[1], "width, height and a function are needed")
  contains(said(lr)[2], "must be called from within an asynchronous task")
end)
