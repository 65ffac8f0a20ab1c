local spec = ...
local it, go, said, equal, contains, throws = spec.it, spec.go, spec.said, spec.equal, spec.contains, spec.throws
local files = require("files")

local SESSION = [[
  local LrExportSession = import "LrExportSession"
  local folder = import "LrPathUtils".getStandardFilePath("temp") .. "/out"
  local function session(photos)
    return LrExportSession {
      photosToExport = photos,
      exportSettings = { LR_format = "JPEG", LR_export_destinationType = "specificFolder", LR_export_destinationPathPrefix = folder },
    }
  end
]]

it("a session renders into its folder, in Lightroom's order, and yields meanwhile", function()
  local lr = go(SESSION .. [[
    task(function()
      for at, rendition in session(catalog:getAllPhotos()):renditions() do
        local ok, path = rendition:waitForRender()
        say(at, rendition.photo.localIdentifier, ok, path == rendition.destinationPath, path:match("[^/]+$"))
      end
    end)
    task(function() say("meanwhile") end)
  ]], { count = 3 })
  equal(said(lr), { "meanwhile", "1 3 true true photo-3.jpg", "2 2 true true photo-2.jpg", "3 1 true true photo-1.jpg" })
  equal(files.read(lr.folder .. "/out/photo-2.jpg"), "bytes of photo 2")
end)

it("photographs without an original are skipped, and a rendition may fail", function()
  local lr = go(SESSION .. [[
    task(function()
      for _, rendition in session(catalog:getAllPhotos()):renditions() do say(rendition.photo.localIdentifier, rendition:waitForRender()) end
    end)
  ]], {
    count = 5,
    change = function(photos)
      photos[1].render = { manner = "skip" }
      photos[2].available = false
      photos[3].available, photos[3].smartPreviewInfo = false, { smartPreviewPath = "/smart.dng" }
      photos[4].render = { manner = "fail", message = "out of memory" }
    end,
  })
  equal(#said(lr), 3)
  contains(said(lr)[1], "5 true")
  equal(said(lr)[2], "4 false out of memory")
  contains(said(lr)[3], "3 true")
end)

it("files of one name do not replace one another, and virtual copies render too", function()
  local lr = go(SESSION .. [[
    task(function()
      for _, rendition in session(catalog:getAllPhotos()):renditions() do
        say((select(2, rendition:waitForRender())):match("[^/]+$"))
      end
    end)
  ]], { change = function(photos) photos[2] = { path = photos[1].path, isVirtualCopy = true } end })
  equal(said(lr), { "photo-1.jpg", "photo-1-2.jpg" })
end)

it("a rendition may be whole only after the wait for it", function()
  local lr = go(SESSION .. [[
    task(function()
      for _, rendition in session(catalog:getAllPhotos()):renditions() do
        local _, path = rendition:waitForRender()
        say(#import "LrFileUtils".readFile(path))
        LrTasks.sleep(0.15)
        say(#import "LrFileUtils".readFile(path))
      end
    end)
  ]], { count = 1, change = function(photos) photos[1].render = { flushedAfter = 0.05 } end })
  equal(said(lr), { "8", "16" })
end)

it("settings that Lightroom could not follow throw", function()
  local lr = go [[
    local LrExportSession = import "LrExportSession"
    say(pcall(LrExportSession, { photosToExport = {}, exportSettings = { LR_format = "WEBP" } }))
    say(pcall(LrExportSession, { photosToExport = {}, exportSettings = { LR_format = "JPEG" } }))
    say(pcall(LrExportSession, { photosToExport = {} }))
  ]]
  contains(said(lr)[1], "LR_format cannot be 'WEBP'")
  contains(said(lr)[2], "LR_export_destinationType")
  contains(said(lr)[3], "are needed")
end)

-- The person's export ----------------------------------------------------------------------------------------------------------------------------------------

local function filter(rest)
  return { ["Filter.lua"] = [==[
    local LrView = import "LrView"
    return {
      exportPresetFields = { { key = "spec_least", default = 5 } },
      startDialog = function(properties) properties.started = true end,
      sectionForFilterInDialog = function(f, properties)
        return { title = "Spec", f:row { f:edit_field { value = LrView.bind "spec_least" } } }
      end,
  ]==] .. rest .. "\n}" }
end

local WAITING = [==[
  postProcessRenderedPhotos = function(functionContext, filterContext)
    functionContext:addCleanupHandler(function(success) say("cleaned", success) end)
    say("least", filterContext.propertyTable.spec_least)
    for source, wanted in filterContext:renditions { plugin = _PLUGIN, renditionsToSatisfy = filterContext.renditionsToSatisfy } do
      local ok, path = source:waitForRender()
      say(wanted.photo.localIdentifier, ok, ok and path == wanted.destinationPath, LrTasks.canYield())
      if ok then wanted:renditionIsDone(true) else wanted:renditionIsDone(false, "could not be rendered") end
    end
  end,
]==]

it("the person's export shows the filter's section, renders, and lets the filter look at each file", function()
  local lr = spec.start(filter(WAITING))
  local tree
  local export = lr:export {
    photos = lr.catalogue.photos, folder = lr.folder .. "/out",
    person = function(dialog)
      tree = dialog:tree()
      dialog:set("spec_least", 7)
    end,
  }
  lr:run()
  equal(tree.title, "Spec")
  equal(tree.children[1].children[1].value, 5)
  equal(said(lr), { "least 7", "1 true true true", "2 true true true", "cleaned true" })
  equal(export.state, "done")
  equal(export.renditions[2], { photo = 2, path = lr.folder .. "/out/photo-2.jpg", success = true, saidDone = true, unaltered = true })
  equal(files.read(lr.folder .. "/out/photo-2.jpg"), "bytes of photo 2")
end)

it("an export that the person cancels renders nothing", function()
  local lr = spec.start(filter(WAITING))
  local export = lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", person = function() return "cancel" end }
  lr:run()
  equal({ export.state, #export.renditions, files.kind(lr.folder .. "/out") }, { "cancelled", 0, false })
end)

it("shouldRenderPhoto leaves photographs out, before anything is rendered", function()
  local lr = spec.start(filter([[ shouldRenderPhoto = function(settings, photo)
    say(settings.spec_least, photo:getPropertyForPlugin(_PLUGIN, "why"))
    return photo:getPropertyForPlugin(_PLUGIN, "why") ~= nil
  end, ]]), { change = function(photos) photos[2].fields = { why = "good" } end })
  local export = lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", dialog = false, settings = { spec_least = 8 } }
  lr:run()
  equal(said(lr), { "8 nil", "8 good" })
  equal(export.leftOut, { 1 })
  equal(export.renditions[1].photo, 2)
  equal(files.kind(lr.folder .. "/out/photo-1.jpg"), false)
end)

it("what a filter alters, reports as failed, or breaks on is recorded", function()
  local lr = spec.start(filter [==[
    postProcessRenderedPhotos = function(_, filterContext)
      for source, wanted in filterContext:renditions { plugin = _PLUGIN, renditionsToSatisfy = filterContext.renditionsToSatisfy } do
        local ok, path = source:waitForRender()
        if wanted.photo.localIdentifier == 1 then
          local file = io.open(path, "ab")
          file:write("!")
          file:close()
        else
          wanted:renditionIsDone(false, "too weak")
          error("broken", 0)
        end
      end
    end,
  ]==])
  local export = lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", dialog = false }
  lr:run()
  equal(export.renditions[1].unaltered, false)
  equal({ export.renditions[2].success, export.renditions[2].message, export.error }, { false, "too weak", "broken" })
  local report = lr:report()
  equal(report.dialogs[2], { kind = "export failures", message = "photo-2.jpg: too weak" })
end)

it("a failed rendition fails the export of that photograph alone, whatever the filter says", function()
  local lr = spec.start(filter [==[
    postProcessRenderedPhotos = function(_, filterContext)
      for source, wanted in filterContext:renditions { plugin = _PLUGIN, renditionsToSatisfy = filterContext.renditionsToSatisfy } do
        source:waitForRender()
        wanted:renditionIsDone(true)
      end
    end,
  ]==], { change = function(photos) photos[1].render = { manner = "fail", message = "out of memory" } end })
  local export = lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", dialog = false }
  lr:run()
  equal({ export.renditions[1].success, export.renditions[1].message, export.renditions[2].success }, { false, "out of memory", true })
end)

it("what a filter does not ask for is not exported", function()
  local lr = spec.start(filter [==[ postProcessRenderedPhotos = function() error("broken at once", 0) end, ]==])
  local export = lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", dialog = false }
  lr:run()
  equal({ export.renditions[1].success, export.renditions[1].message }, { false, "The export filter did not ask for it." })
  equal(files.kind(lr.folder .. "/out/photo-1.jpg"), false)
end)

it("filter settings may ask for another path", function()
  local lr = spec.start(filter [==[
    postProcessRenderedPhotos = function(_, filterContext)
      for source, wanted in filterContext:renditions {
        plugin = _PLUGIN, renditionsToSatisfy = filterContext.renditionsToSatisfy,
        filterSettings = function(rendition, settings) return rendition.destinationPath .. "." .. settings.LR_format end,
      } do
        say(source:waitForRender())
        assert(source.destinationPath ~= wanted.destinationPath)
      end
    end,
  ]==], { count = 1 })
  local export = lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", dialog = false }
  lr:run()
  equal(said(lr), { ("true %s/out/photo-1.jpg.JPEG"):format(lr.folder) })
  equal(export.renditions[1].success, false) -- nobody made the file that was wanted
end)

it("two exports run at once", function()
  local lr = spec.start(filter(WAITING), { count = 4, renderSeconds = 0.03 })
  local photos = lr.catalogue.photos
  local first = lr:export { photos = { photos[1], photos[2] }, folder = lr.folder .. "/out", dialog = false }
  local second = lr:export { photos = { photos[3], photos[4], photos[1] }, folder = lr.folder .. "/out", dialog = false }
  lr:run()
  equal({ #first.renditions, #second.renditions }, { 2, 3 })
  assert(second.renditions[3].path ~= first.renditions[1].path)
  equal({ said(lr)[1], said(lr)[2] }, { "least 5", "least 5" })
end)

it("an export may hold the catalogue while it runs", function()
  local lr = spec.start(filter [==[
    postProcessRenderedPhotos = function()
      say(LrTasks.pcall(function()
        catalog:withPrivateWriteAccessDo(function() error("not now") end, { timeout = 0.05 })
      end))
      task(function()
        LrTasks.sleep(0.1)
        say(catalog:withPrivateWriteAccessDo(function() end, { timeout = 1 }))
      end)
    end,
  ]==])
  lr:export { photos = lr.catalogue.photos, folder = lr.folder .. "/out", dialog = false, holdsCatalogue = true }
  lr:run()
  contains(said(lr)[1], "no write access within 0.05 seconds")
  equal(said(lr)[2], "executed")
end)

it("an export filter that Info.lua does not declare is a mistake of the scenario", function()
  local lr = spec.start(filter(WAITING))
  throws("declares no export filter 'other'", lr.export, lr, { photos = {}, folder = lr.folder, filter = "other" })
end)
