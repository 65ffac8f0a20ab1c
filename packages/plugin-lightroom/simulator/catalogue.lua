-- The catalogue: its state, kept in a file, and LrCatalog (SDK API reference, LrCatalog).
local files = require("files")
local json = require("json")
local strict = require("strict")
local smartCollections = require("smart-collections")

return function(host, described)
  local catalogue = { photos = {}, collections = {} }
  local state = { photos = json.list(), collections = json.list(), schemaVersions = {}, nextCollection = 1 }
  local objects = {}

  local function admit(record)
    objects[record.id] = host.photos.object(record)
    if not record.deleted then table.insert(catalogue.photos, objects[record.id]) end
  end

  local path = assert(described.file, "a catalogue needs a file")
  if files.kind(path) == "file" then
    state = json.decode(files.read(path))
  else
    for id, each in ipairs(described.photos or {}) do table.insert(state.photos, host.photos.record(id, each)) end
  end
  for _, record in ipairs(state.photos) do admit(record) end

  --- Writes the state into the catalogue's file.
  function catalogue.save()
    files.write(path, json.encode(state))
  end

  function catalogue.records()
    return state.photos
  end

  --- The photograph by its place in the list, its path, or the name of its file.
  function catalogue.find(name)
    for _, record in ipairs(state.photos) do
      if record.id == name or record.raw.path == name or files.leaf(record.raw.path) == name then return objects[record.id] end
    end
    error(("the catalogue has no photograph '%s'"):format(tostring(name)), 3)
  end

  --- Takes a photograph out of the catalogue.
  function catalogue.delete(record)
    record.deleted = true
    for at, photo in ipairs(catalogue.photos) do
      if photo == objects[record.id] then return table.remove(catalogue.photos, at) end
    end
  end

  local function selected()
    local photos = {}
    for _, photo in ipairs(host.selection) do
      if not host.photos.of(photo, "the selection").deleted then photos[#photos + 1] = photo end
    end
    return photos
  end

  local function copyOf(list)
    local copy = {}
    for at, each in ipairs(list) do copy[at] = each end
    return copy
  end

  -- Collections -------------------------------------------------------------------------------------------------------------------------------------------

  local collectionObjects, collectionStates = {}, {}

  local function collectionObject(kept)
    local existing = collectionObjects[kept.id]
    if existing then return existing end
    local name = kept.kind == "set" and "LrCollectionSet" or "LrCollection"
    local object = strict.object(name, {
      getName = function()
        -- "The new collection is not available for access until that function returns."
        if kept.isNew then error(name .. ":getName: what was made in a write gate cannot be read before the gate ends", 2) end
        return kept.name
      end,
    }, {})
    collectionObjects[kept.id], collectionStates[object] = object, kept
    return object
  end

  local function parentId(parent, what)
    if parent == nil then return nil end
    local kept = collectionStates[parent]
    if not kept or kept.kind ~= "set" then error(what .. ": the parent must be an LrCollectionSet", 3) end
    if kept.isNew then error(what .. ": the parent was made in this write gate and cannot be used before the gate ends", 3) end
    return kept.id
  end

  local function create(what, kind, name, parent, canReturnPrior, search)
    local open = host.gate.demand(what, true)
    if type(name) ~= "string" or name == "" then error(what .. ": a name is needed", 3) end
    local inside = parentId(parent, what)
    for _, kept in ipairs(state.collections) do
      if kept.kind == kind and kept.name == name and kept.parent == inside then
        return canReturnPrior and collectionObject(kept) or nil
      end
    end
    local kept = { id = state.nextCollection, kind = kind, name = name, parent = inside, search = search, isNew = true }
    state.nextCollection = state.nextCollection + 1
    table.insert(open.changes, function()
      kept.isNew = nil
      table.insert(state.collections, kept)
    end)
    table.insert(open.undo, ("the %s '%s'"):format(kind == "set" and "collection set" or "smart collection", name))
    return collectionObject(kept)
  end

  local function rulesOf(search)
    local rules = json.list()
    for at, rule in ipairs(search) do
      rules[at] = { criteria = rule.criteria, operation = rule.operation, value = rule.value }
    end
    return { rules = rules, combine = search.combine }
  end

  local function pathOf(kept)
    if not kept.parent then return kept.name end
    for _, each in ipairs(state.collections) do
      if each.id == kept.parent then return pathOf(each) .. "/" .. kept.name end
    end
  end

  --- The collections, each with its `path` (such as `Calm/Best`), `kind`, and for a smart one the `photos` that are in it, by their places.
  function catalogue.listCollections()
    local list = json.list()
    for _, kept in ipairs(state.collections) do
      local photos = kept.search and json.list()
      if kept.search then
        local search = { combine = kept.search.combine, unpack(kept.search.rules) }
        for _, record in ipairs(state.photos) do
          if not record.deleted and smartCollections.has(search, record.fields) then table.insert(photos, record.id) end
        end
      end
      table.insert(list, { path = pathOf(kept), kind = kept.kind, photos = photos })
    end
    return list
  end

  -- LrCatalog ---------------------------------------------------------------------------------------------------------------------------------------------

  local methods = {}

  local function yields(what)
    host.tasks.suspend(what, { at = 0 })
  end

  function methods:getPath()
    return path
  end

  function methods:getTargetPhotos()
    yields("LrCatalog:getTargetPhotos")
    local photos = selected()
    return #photos > 0 and photos or copyOf(catalogue.photos)
  end

  function methods:getTargetPhoto()
    yields("LrCatalog:getTargetPhoto")
    return selected()[1]
  end

  function methods:findPhotoByUuid(uuid)
    yields("LrCatalog:findPhotoByUuid")
    for _, photo in ipairs(catalogue.photos) do
      if host.photos.of(photo, "LrCatalog:findPhotoByUuid").raw.uuid == uuid then return photo end
    end
  end

  -- Needs a task and does not yield: Automaat/lightroom-mcp.
  function methods:getAllPhotos()
    host.tasks.demand("LrCatalog:getAllPhotos")
    return copyOf(catalogue.photos)
  end

  local function batch(what, photos, keys, value)
    yields(what)
    if type(photos) ~= "table" or type(keys) ~= "table" then error(what .. ": a list of photos and a list of keys are needed", 3) end
    local found = {}
    for _, photo in ipairs(photos) do
      local record, row = host.photos.of(photo, what), {}
      if not record.deleted then
        for _, key in ipairs(keys) do row[key] = value(record, key) end
        found[photo] = row
      end
    end
    return found
  end

  function methods:batchGetRawMetadata(photos, keys)
    local what = "LrCatalog:batchGetRawMetadata"
    return batch(what, photos, keys, function(record, key) return host.photos.raw(record, key, what) end)
  end

  function methods:batchGetPropertyForPlugin(photos, plugin, ids)
    local what = "LrCatalog:batchGetPropertyForPlugin"
    host.plugin.demand(plugin, what, true)
    return batch(what, photos, ids, function(record, id)
      host.plugin.fields.demand(id, what)
      return record.fields[id]
    end)
  end

  function methods:findPhotosWithProperty(pluginId, field)
    local what = "LrCatalog:findPhotosWithProperty"
    yields(what)
    host.plugin.demand(pluginId, what, true)
    host.plugin.fields.demand(field, what)
    local found = {}
    for _, photo in ipairs(catalogue.photos) do
      if host.photos.of(photo, what).fields[field] ~= nil then found[#found + 1] = photo end
    end
    return found
  end

  function methods:withPrivateWriteAccessDo(write, timeout)
    -- Users see "(unknown)" for the name: bmachek/lrc-immich-plugin#119.
    return host.gate.run("LrCatalog:withPrivateWriteAccessDo", "(unknown)", true, write, timeout)
  end

  function methods:withWriteAccessDo(name, write, timeout)
    local what = "LrCatalog:withWriteAccessDo"
    if type(name) ~= "string" or name == "" then error(what .. ": a name for the undo menu is needed", 2) end
    return host.gate.run(what, name, false, write, timeout)
  end

  function methods:createCollectionSet(name, parent, canReturnPrior)
    return create("LrCatalog:createCollectionSet", "set", name, parent, canReturnPrior)
  end

  function methods:createSmartCollection(name, search, parent, canReturnPrior)
    local what = "LrCatalog:createSmartCollection"
    smartCollections.demand(search, host.plugin, what)
    return create(what, "smart", name, parent, canReturnPrior, rulesOf(search))
  end

  catalogue.object = strict.object("LrCatalog", methods, {})

  --- Calls the plug-in where its fields have another schema version than the catalogue knows, in a private write gate: it must not open one of its own
  --- ("Lightroom Classic SDK Programmers Guide", Custom metadata example; Adobe's sample).
  function catalogue.updateSchema()
    local provider, id = host.plugin.provider, host.plugin.identity.id
    local known = state.schemaVersions[id]
    if not provider or known == provider.schemaVersion then return end
    local function updated() state.schemaVersions[id] = provider.schemaVersion end
    if not provider.updateFromEarlierSchemaVersion then return updated() end
    host.tasks.start("updateFromEarlierSchemaVersion", function()
      host.gate.run("updateFromEarlierSchemaVersion", "(schema)", true, function()
        provider.updateFromEarlierSchemaVersion(catalogue.object, known, host.newProgress({ title = "Updating metadata" }))
      end)
      updated()
    end)
  end

  return catalogue
end
