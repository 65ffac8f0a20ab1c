-- Renditions of an export: files that Lightroom makes one after another while others run (SDK API reference, LrExportRendition).
--
-- A photograph's `render` says how: `{ file, manner = "normal" | "fail" | "skip", message, seconds, flushedAfter }`. `skip` has no rendition, as where the
-- original is missing. With `flushedAfter` the file is whole only so many seconds after the wait for it has ended (karachungen/lightroom-plugin-export-hdr).
local files = require("files")
local strict = require("strict")

return function(host)
  local tasks = host.tasks
  local renditions = {}
  local states = setmetatable({}, { __mode = "k" })
  local taken = {} -- paths that are promised to a rendition

  local function fileName(record, extension)
    return (files.leaf(record.raw.path):gsub("%.[^.]*$", "")) .. "." .. extension
  end

  local methods = {}

  function methods:waitForRender()
    local state = states[self]
    tasks.suspend("LrExportRendition:waitForRender", { ready = function() return state.status ~= nil end })
    if state.status == "failed" then return false, state.message end
    return true, state.path
  end

  function methods:renditionIsDone(success, message)
    local state = states[self]
    if type(success) ~= "boolean" or (message ~= nil and type(message) ~= "string") then
      error("LrExportRendition:renditionIsDone: whether it succeeded, and a text, are needed", 2)
    end
    state.done, state.success, state.doneMessage = true, success, message
    host.log("rendition is done", { photo = state.record.id, success = success, message = message })
  end

  --- A rendition of a photograph, that will be at a path.
  function renditions.new(photo, path)
    local record = host.photos.of(photo, "LrExportSession")
    local state = { record = record, path = path }
    local rendition = strict.object("LrExportRendition", methods, {
      photo = photo,
      destinationPath = function() return state.path end,
    })
    states[rendition] = state
    return rendition
  end

  function renditions.state(rendition)
    return states[rendition]
  end

  --- Paths for photographs in a folder, each its own.
  function renditions.paths(folder, photos, extension)
    local paths = {}
    for at, photo in ipairs(photos) do
      local name = fileName(host.photos.of(photo, "LrExportSession"), extension)
      local path, count = files.unique(folder .. "/" .. name), 1
      while taken[path] do
        count = count + 1
        path = files.unique(("%s/%s"):format(folder, (name:gsub("(%.[^.]*)$", ("-%d%%1"):format(count)))))
      end
      taken[path], paths[at] = true, path
    end
    return paths
  end

  --- Those of the photographs that Lightroom renders at all: not those whose original and smart preview are both missing.
  function renditions.rendered(photos)
    local list = {}
    for _, photo in ipairs(photos) do
      local record = host.photos.of(photo, "LrExportSession")
      local isMissing = not record.available and not record.raw.smartPreviewInfo.smartPreviewPath
      if record.deleted or isMissing or record.render.manner == "skip" then
        host.log("rendition skipped", { photo = record.id })
      else
        list[#list + 1] = photo
      end
    end
    return list
  end

  local function render(state)
    local how = state.record.render
    tasks.suspend("render", { at = tasks.now() + (how.seconds or host.options.renderSeconds or 0.005) })
    if state.record.deleted or how.manner == "fail" then
      state.status, state.message = "failed", how.message or "The file could not be rendered."
    else
      local bytes = files.read(how.file or state.record.raw.path)
      state.rendered = bytes
      if how.flushedAfter then
        files.write(state.path, bytes:sub(1, math.floor(#bytes / 2)))
        tasks.start("flush", function()
          tasks.suspend("flush", { at = tasks.now() + how.flushedAfter })
          files.write(state.path, bytes)
        end, "lightroom")
      else
        files.write(state.path, bytes)
      end
      state.status = "rendered"
    end
    host.log("rendered", { photo = state.record.id, path = state.path, message = state.message })
  end

  --- Begins to render them, in a task of Lightroom's.
  function renditions.start(list)
    tasks.start("rendering", function()
      for _, rendition in ipairs(list) do render(states[rendition]) end
    end, "lightroom")
  end

  return renditions
end
