-- The person's own export, into which the plug-in's export filter looks ("Lightroom Classic SDK Programmers Guide", Adding an export post-process action, How
-- post-process actions are executed): the dialog with the filter's section, `shouldRenderPhoto` before anything is rendered, then
-- `postProcessRenderedPhotos` once, in a task of its own.
local files = require("files")
local json = require("json")
local strict = require("strict")
local dialogs = require("dialog")
local views = require("lr-view")

return function(host)
  local tasks = host.tasks

  local function copyOf(values)
    local copy = {}
    for key, value in pairs(values) do copy[key] = value end
    return copy
  end

  local function callOutside(what, run, ...)
    if not run then return end
    local ok, result = tasks.outsideOfTask(what, run, ...)
    if not ok then host.failed(what, result) end
    return ok and result
  end

  -- Whether the person pressed Export.
  local function askSettings(provider, values, properties, person)
    callOutside("startDialog", provider.startDialog, properties)
    local section = provider.sectionForFilterInDialog
      and callOutside("sectionForFilterInDialog", provider.sectionForFilterInDialog, select(2, views.namespace()), properties)
    local dialog = dialogs.new(
      host,
      { kind = "export", title = "Export", buttons = { ok = "Export", cancel = "Cancel" } },
      section and views.section(section, properties) or nil,
      properties
    )
    local answer = host.ask(dialog, person)
    callOutside("endDialog", provider.endDialog, properties, answer)
    if answer == "ok" and values.LR_canExport == false then
      host.log("export refused", { reason = values.LR_cantExportBecause })
      return false
    end
    return answer == "ok"
  end

  local function filterContext(values, properties, downstream, upstreamOf)
    return strict.object("LrExportFilterContext", {
      renditions = function(_, options)
        local what = "LrExportFilterContext:renditions"
        if type(options) ~= "table" then error(what .. ": plugin and renditionsToSatisfy are needed", 2) end
        host.plugin.demand(options.plugin, what)
        local list = {}
        for at, wanted in ipairs(options.renditionsToSatisfy) do
          local state = host.renditions.state(wanted)
          local path = state.path
          if options.filterSettings then
            path = options.filterSettings(wanted, host.newPropertyTable(copyOf(values))) or path
          end
          list[at] = host.renditions.new(wanted.photo, path)
          upstreamOf[wanted] = list[at]
        end
        host.renditions.start(list)
        local at = 0
        return function()
          at = at + 1
          if list[at] then return list[at], options.renditionsToSatisfy[at] end
        end
      end,
    }, { propertyTable = properties, renditionsToSatisfy = downstream })
  end

  local function waitFor(rendition)
    tasks.suspend("export", { ready = function() return host.renditions.state(rendition).status ~= nil end })
  end

  local function finish(export, wanted, source)
    local state, upstream = host.renditions.state(wanted), host.renditions.state(source)
    if source ~= wanted then waitFor(source) end
    -- A filter must provide every file that is wanted of it: what it does not ask for is not rendered.
    if not upstream.status then upstream.status, upstream.message = "failed", "The export filter did not ask for it." end
    local success, message = state.success, state.doneMessage
    if upstream.status == "failed" then success, message = false, message or upstream.message end
    if success == nil then success = files.kind(state.path) == "file" end
    local bytes = files.kind(state.path) == "file" and files.read(state.path)
    table.insert(export.renditions, {
      photo = state.record.id,
      path = state.path,
      success = success,
      message = message,
      saidDone = state.done or false,
      unaltered = bytes and bytes == upstream.rendered or false,
    })
  end

  local function run(export, provider, values, properties, options)
    local photos = {}
    for _, photo in ipairs(options.photos) do
      local wanted = true
      if provider.shouldRenderPhoto then
        local ok, result = tasks.protected(provider.shouldRenderPhoto, properties, photo)
        if not ok then host.failed("shouldRenderPhoto", result) end
        wanted = not ok or result ~= false
      end
      if wanted then photos[#photos + 1] = photo else table.insert(export.leftOut, host.photos.of(photo, "export").id) end
    end
    photos = host.renditions.rendered(photos)
    files.makeFolder(options.folder)
    local downstream, upstreamOf = {}, {}
    for at, path in ipairs(host.renditions.paths(options.folder, photos, options.extension or "jpg")) do
      downstream[at] = host.renditions.new(photos[at], path)
    end
    if provider.postProcessRenderedPhotos then
      local context = filterContext(values, properties, downstream, upstreamOf)
      local ok, message = tasks.protected(host.inContext, "postProcessRenderedPhotos", function(functionContext)
        provider.postProcessRenderedPhotos(functionContext, context)
      end)
      if not ok then
        export.error = tostring(message)
        host.failed("postProcessRenderedPhotos", message)
      end
    else
      host.renditions.start(downstream)
      for _, wanted in ipairs(downstream) do waitFor(wanted) end
    end
    for _, wanted in ipairs(downstream) do finish(export, wanted, upstreamOf[wanted] or wanted) end
    local failures = {}
    for _, each in ipairs(export.renditions) do
      if not each.success then failures[#failures + 1] = ("%s: %s"):format(files.leaf(each.path), each.message or "failed") end
    end
    -- Lightroom lists what failed after the export.
    if #failures > 0 then host.note({ kind = "export failures", message = table.concat(failures, "\n") }) end
  end

  --- Begins an export. `options`: `photos`, `folder`, `filter` (id, file or title), `settings` (values of the filter and `LR_…`), `person`, `dialog = false`
  --- to export with the settings as they are, `holdsCatalogue` to have the catalogue written to all the while.
  return function(options)
    local filter = host.plugin.exportFilter(options.filter)
    local export = { filter = filter.id or filter.file, renditions = json.list(), leftOut = json.list(), state = "asked" }
    table.insert(host.exports, export)
    tasks.start("export", function()
      local ok, provider = tasks.outsideOfTask("export filter", host.plugin.run, filter.file)
      if not ok then
        export.state, export.error = "failed", tostring(provider)
        return host.failed("export filter", provider)
      end
      local values = { LR_format = "JPEG", LR_export_destinationPathPrefix = options.folder, LR_canExport = true }
      for _, field in ipairs(provider.exportPresetFields or {}) do values[field.key] = field.default end
      for key, value in pairs(options.settings or {}) do values[key] = value end
      local properties = host.newPropertyTable(values)
      if options.dialog ~= false and not askSettings(provider, values, properties, options.person) then
        export.state = "cancelled"
        return
      end
      export.state = "running"
      if options.holdsCatalogue then host.gate.hold(math.huge) end
      run(export, provider, values, properties, options)
      if options.holdsCatalogue then host.gate.release() end
      export.state = "done"
    end, "lightroom")
    return export
  end
end
