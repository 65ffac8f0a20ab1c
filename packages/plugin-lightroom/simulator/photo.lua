-- LrPhoto: what the catalogue knows of a photograph, and what may be changed (SDK API reference, LrPhoto).
local files = require("files")
local strict = require("strict")

local RAW_KEYS = {
  "path", "uuid", "fileFormat", "isVideo", "isVirtualCopy", "croppedDimensions", "rating", "pickStatus", "shutterSpeed", "aperture", "exposureBias",
  "isoSpeedRating", "focalLength", "dateTimeOriginalISO8601", "lastEditTime", "smartPreviewInfo",
}
local FORMATTED_KEYS = { "fileName", "copyName", "cameraMake", "cameraModel", "lens" }

local function set(list)
  local members = {}
  for _, each in ipairs(list) do members[each] = true end
  return members
end

local IS_RAW, IS_FORMATTED = set(RAW_KEYS), set(FORMATTED_KEYS)
local OF_SCENARIO = set({ "formatted", "develop", "fields", "available", "thumbnail", "render" })

local function copyOf(value)
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, each in pairs(value) do copy[key] = copyOf(each) end
  return copy
end

return function(host)
  local photos = {}
  local records = setmetatable({}, { __mode = "k" })

  --- What a scenario says of a photograph, as the catalogue keeps it. Members are those of `LrRawMetadata`, and `formatted`, `develop`, `fields`,
  --- `available`, `thumbnail` and `render`.
  function photos.record(id, described)
    local record = { id = id, raw = {}, formatted = {}, develop = {}, fields = {}, available = true, thumbnail = {}, render = {} }
    photos.change(record, described)
    assert(type(record.raw.path) == "string", "a photograph needs a path")
    local raw = record.raw
    raw.uuid = raw.uuid or ("00000000-0000-4000-8000-%012d"):format(id)
    raw.fileFormat = raw.fileFormat or "JPG"
    raw.isVideo = raw.isVideo or raw.fileFormat == "VIDEO"
    raw.isVirtualCopy = raw.isVirtualCopy or false
    raw.smartPreviewInfo = raw.smartPreviewInfo or {}
    raw.lastEditTime = raw.lastEditTime or host.currentTime()
    return record
  end

  --- Changes what is known of a photograph, key by key; `false` takes a value of the metadata away.
  function photos.change(record, described)
    for key, value in pairs(described) do
      if IS_RAW[key] then
        record.raw[key] = copyOf(value)
        if value == false and key ~= "isVideo" and key ~= "isVirtualCopy" then record.raw[key] = nil end
      elseif OF_SCENARIO[key] and type(value) == "table" then
        if key == "thumbnail" or key == "render" then record[key] = {} end
        for name, each in pairs(value) do record[key][name] = copyOf(each) end
      elseif OF_SCENARIO[key] then
        record[key] = value
      else
        error(("a photograph has no '%s'"):format(tostring(key)), 0)
      end
    end
  end

  --- The record behind an LrPhoto.
  function photos.of(photo, what)
    local record = records[photo]
    if not record then error(("%s: an LrPhoto is needed, and a %s came"):format(what, type(photo)), 3) end
    return record
  end

  local function present(photo, what)
    local record = photos.of(photo, what)
    if record.deleted then error(("%s: the photo is no longer in the catalog"):format(what), 3) end
    return record
  end

  local function demandKey(known, key, what)
    if not known[key] then error(("%s: unknown key: '%s'"):format(what, tostring(key)), 3) end
  end

  --- Of the raw metadata; throws for an unknown key, as Lightroom does (Automaat/lightroom-mcp's mock catalogue tells why that matters).
  function photos.raw(record, key, what)
    demandKey(IS_RAW, key, what)
    return copyOf(record.raw[key])
  end

  local methods = {}

  -- That metadata calls yield, and fail within `pcall`: markusthiel/lumio#13.
  local function yields(what)
    host.tasks.suspend(what, { at = 0 })
  end

  function methods:getRawMetadata(key)
    local what = "LrPhoto:getRawMetadata"
    yields(what)
    return photos.raw(present(self, what), key, what)
  end

  function methods:getFormattedMetadata(key)
    local what = "LrPhoto:getFormattedMetadata"
    yields(what)
    local record = present(self, what)
    demandKey(IS_FORMATTED, key, what)
    return record.formatted[key] or (key == "fileName" and files.leaf(record.raw.path)) or ""
  end

  function methods:getPropertyForPlugin(plugin, field)
    local what = "LrPhoto:getPropertyForPlugin"
    host.tasks.demand(what)
    host.plugin.demand(plugin, what, true)
    host.plugin.fields.demand(field, what)
    return present(self, what).fields[field]
  end

  function methods:setPropertyForPlugin(plugin, field, value)
    local what = "LrPhoto:setPropertyForPlugin"
    local open = host.gate.demand(what)
    host.plugin.demand(plugin, what)
    host.plugin.fields.demandValue(field, value, what)
    local record = present(self, what)
    table.insert(open.changes, function()
      if record.deleted then return end
      table.insert(host.writes, {
        photo = record.id, field = field, old = record.fields[field], new = value, private = open.private, action = open.name,
      })
      record.fields[field] = value
      if host.options.writesCountAsEdits then record.raw.lastEditTime = host.currentTime() end
    end)
    table.insert(open.undo, ("%s of photo %d"):format(field, record.id))
  end

  function methods:getDevelopSettings()
    local what = "LrPhoto:getDevelopSettings"
    yields(what)
    return copyOf(present(self, what).develop)
  end

  function methods:checkPhotoAvailability()
    local what = "LrPhoto:checkPhotoAvailability"
    yields(what)
    return present(self, what).available
  end

  function methods:requestJpegThumbnail(width, height, answer)
    local what = "LrPhoto:requestJpegThumbnail"
    host.tasks.demand(what)
    if type(width) ~= "number" or type(height) ~= "number" or type(answer) ~= "function" then
      error(what .. ": width, height and a function are needed", 2)
    end
    return host.thumbnails.request(photos.of(self, what), self, width, height, answer)
  end

  --- The LrPhoto of a record; always the same one.
  function photos.object(record)
    local photo = strict.object("LrPhoto", methods, { localIdentifier = record.id })
    records[photo] = record
    return photo
  end

  return photos
end
