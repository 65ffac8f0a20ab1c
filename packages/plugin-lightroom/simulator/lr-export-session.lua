-- SDK API reference, LrExportSession: an export that the plug-in starts. Renditions come in Lightroom's order, not in the one asked for, and photographs may
-- be left out (LrGenius' APISearchIndex counts by `rendition.photo` for that reason).
local files = require("files")
local strict = require("strict")

local EXTENSIONS = { JPEG = "jpg", TIFF = "tif", PSD = "psd", DNG = "dng" }

return function(host)
  return strict.namespace("LrExportSession", {}, function(described)
    local what = "LrExportSession"
    local settings = described.exportSettings
    if type(described.photosToExport) ~= "table" or type(settings) ~= "table" then error(what .. ": photosToExport and exportSettings are needed", 2) end
    local extension = EXTENSIONS[settings.LR_format]
    if not extension then error(("%s: LR_format cannot be '%s'"):format(what, tostring(settings.LR_format)), 2) end
    local folder = settings.LR_export_destinationPathPrefix
    if settings.LR_export_destinationType == "tempFolder" then
      folder = host.options.folders.temp
    elseif settings.LR_export_destinationType ~= "specificFolder" or type(folder) ~= "string" then
      error(what .. ": LR_export_destinationType must be 'tempFolder', or 'specificFolder' with LR_export_destinationPathPrefix", 2)
    end
    if settings.LR_export_useSubfolder then folder = ("%s/%s"):format(folder, settings.LR_export_destinationPathSuffix) end
    files.makeFolder(folder)
    host.log("export session", { photos = #described.photosToExport, settings = settings })

    local begun = false
    return strict.object(what, {
      renditions = function()
        if begun then error(what .. ":renditions: this simulator renders a session once", 2) end
        begun = true
        local photos = host.renditions.rendered(described.photosToExport)
        local ordered = {}
        for at, photo in ipairs(photos) do ordered[#photos + 1 - at] = photo end
        local list = {}
        for at, path in ipairs(host.renditions.paths(folder, ordered, extension)) do list[at] = host.renditions.new(ordered[at], path) end
        host.renditions.start(list)
        local at = 0
        return function()
          at = at + 1
          if list[at] then return at, list[at] end
        end
      end,
    }, {})
  end)
end
