-- Renditions that Lightroom makes of photographs for `requestJpegThumbnail` (SDK API reference, LrPhoto).
--
-- The plug-in must hold on to the request until it is answered. Sizes asked for are not promises. That answers come late, small, twice or never is what
-- plug-ins guard against.
local files = require("files")
local strict = require("strict")

return function(host)
  local tasks = host.tasks
  local thumbnails = { rendering = 0, mostRendering = 0, asked = 0 }
  -- Only the plug-in keeps requests alive; each holds its own answer, under a key that nobody else has, so that nothing here does.
  local requests = setmetatable({}, { __mode = "v" })
  local ANSWER = {}
  local queue = {}

  local function deliver(request, ...)
    local ok, message = tasks.outsideOfTask("answer of requestJpegThumbnail", request[ANSWER], ...)
    if not ok then host.failed("answer of requestJpegThumbnail", message) end
  end

  local function rendered(record, how)
    if record.deleted then return nil, "the photo is no longer in the catalog" end
    if how.manner == "error" then return nil, how.message or "The preview could not be rendered." end
    local path = how.file or record.raw.path
    if not files.kind(path) then return nil, "The file could not be found." end
    return files.read(path)
  end

  local begin

  local function make(asked)
    local record, how = asked.record, asked.how
    tasks.suspend("thumbnail", { at = tasks.now() + (how.seconds or host.options.renderSeconds or 0.005) })
    thumbnails.rendering = thumbnails.rendering - 1
    begin()
    collectgarbage()
    local request = requests[asked.id]
    if not request then return host.log("thumbnail not answered", { photo = record.id, why = "nothing held the request" }) end
    local jpeg, why = rendered(record, how)
    host.log("thumbnail answered", { photo = record.id, bytes = jpeg and #jpeg, message = why })
    deliver(request, jpeg, why)
    if how.manner == "twice" then deliver(request, jpeg, why) end
  end

  -- Begins as many as Lightroom makes at a time.
  function begin()
    while #queue > 0 and thumbnails.rendering < (host.options.rendersAtOnce or 2) do
      local asked = table.remove(queue, 1)
      thumbnails.rendering = thumbnails.rendering + 1
      thumbnails.mostRendering = math.max(thumbnails.mostRendering, thumbnails.rendering)
      tasks.start("a thumbnail", function() make(asked) end, "lightroom")
    end
  end

  local MANNERS = { normal = true, late = true, small = true, never = true, error = true, twice = true }

  --- Asks for a rendition. The photograph's `thumbnail` says how it is answered: `{ file, manner, seconds, message }`.
  function thumbnails.request(record, photo, width, height, answer)
    thumbnails.asked = thumbnails.asked + 1
    local id = thumbnails.asked
    local how = record.thumbnail
    local manner = how.manner or "normal"
    assert(MANNERS[manner], "a thumbnail cannot be " .. tostring(manner))
    local request = strict.object("LrThumbnailRequest", { [ANSWER] = answer }, { photo = photo })
    requests[id] = request
    host.log("thumbnail asked for", { photo = record.id, width = width, height = height })
    if manner == "never" then return request end

    table.insert(queue, { id = id, record = record, how = how })
    begin()
    return request
  end

  return thumbnails
end
