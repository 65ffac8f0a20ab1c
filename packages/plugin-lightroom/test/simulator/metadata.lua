local spec = ...
local it, go, said, equal, contains, throws = spec.it, spec.go, spec.said, spec.equal, spec.contains, spec.throws

-- A script that writes, and says what came of it.
local function write(field, value)
  return ([[
    task(function()
      local photo = catalog:getAllPhotos()[1]
      say(LrTasks.pcall(function()
        catalog:withPrivateWriteAccessDo(function() photo:setPropertyForPlugin(_PLUGIN, %q, %s) end, { timeout = 1 })
      end))
      say(photo:getPropertyForPlugin(_PLUGIN, "why"), photo:getPropertyForPlugin("org.example.spec", "band"))
    end)
  ]]):format(field, value)
end

it("a text, a value of an enumeration and nil can be written", function()
  equal(said(go(write("why", "'straighten ½°'"))), { "true", "straighten ½° nil" })
  equal(said(go(write("band", "'high'"))), { "true", "nil high" })
  local lr = go(write("why", "nil"), { change = function(photos) photos[1].fields = { why = "old" } end })
  equal(said(lr), { "true", "nil nil" })
  equal(lr:report().writes, { { photo = 1, field = "why", old = "old", private = true, action = "(unknown)" } })
end)

local REFUSED = {
  ["a field that is not declared"] = { "missing", "'x'", "has not declared the metadata field 'missing'" },
  ["a number"] = { "why", "7.1", "must be a text, not a number" },
  ["a value that the enumeration does not have"] = { "band", "'middle'", "may not be 'middle'" },
  ["512 bytes in a searchable field"] = { "why", "('x'):rep(512)", "has 512 bytes; a searchable field holds 511" },
  ["a torn character"] = { "why", "'\\195'", "is not UTF-8" },
  ["an overlong character"] = { "why", "'\\224\\128\\175'", "is not UTF-8" },
  ["half of a surrogate pair"] = { "why", "'\\237\\160\\128'", "is not UTF-8" },
}
for name, refused in pairs(REFUSED) do
  it(name .. " cannot be written", function()
    local lr = go(write(refused[1], refused[2]))
    contains(said(lr)[1], "false ")
    contains(said(lr)[1], refused[3])
    equal(said(lr)[2], "nil nil")
    equal(#lr:report().writes, 0)
  end)
end

it("511 bytes fit in a searchable field, and more in one that is not", function()
  equal(said(go(write("why", "('x'):rep(511)")))[1], "true")
  equal(said(go(write("hidden", "('x'):rep(100000)")))[1], "true")
end)

it("fields of others cannot be read or written", function()
  local lr = go [[
    task(function()
      local photo = catalog:getAllPhotos()[1]
      say(LrTasks.pcall(function() return photo:getPropertyForPlugin(_PLUGIN, "missing") end))
      say(LrTasks.pcall(function() return photo:getPropertyForPlugin("com.other", "why") end))
      say(LrTasks.pcall(function()
        catalog:withPrivateWriteAccessDo(function() photo:setPropertyForPlugin("org.example.spec", "why", "x") end, { timeout = 1 })
      end))
    end)
  ]]
  contains(said(lr)[1], "has not declared the metadata field 'missing'")
  contains(said(lr)[2], "must be _PLUGIN")
  contains(said(lr)[3], "must be _PLUGIN")
end)

local function fields(definition)
  return { ["Fields.lua"] = ("return { schemaVersion = 1, metadataFieldsForPhotos = { %s } }"):format(definition) }
end

it("a provider with a mistake does not load", function()
  throws("begins with a letter", spec.start, fields "{ id = 'not.a.name' }")
  throws("dataType number", spec.start, fields "{ id = 'a', dataType = 'number' }")
  throws("needs values where it is an enumeration", spec.start, fields "{ id = 'a', dataType = 'enum' }")
  throws("searchable is for fields with a title", spec.start, fields "{ id = 'a', dataType = 'string', searchable = true }")
  throws("browsable and not searchable", spec.start, fields "{ id = 'a', title = 'A', dataType = 'string', browsable = true }")
  throws("declared twice", spec.start, fields "{ id = 'a' }, { id = 'a' }")
  throws("schemaVersion", spec.start, { ["Fields.lua"] = "return { metadataFieldsForPhotos = {} }" })
end)

it("a tagset with a field that the plug-in does not have does not load", function()
  local info = [[
    return { LrSdkVersion = 6.0, LrToolkitIdentifier = "org.example.spec", LrPluginName = "Spec", LrMetadataProvider = "Fields.lua",
      LrMetadataTagsetFactory = { "Tagset.lua" } }
  ]]
  local function tagset(item)
    return { ["Info.lua"] = info, ["Tagset.lua"] = ("return { id = 'spec', title = 'Spec', items = { 'com.adobe.filename', '%s' } }"):format(item) }
  end
  spec.start(tagset "org.example.spec.why")
  throws("has not declared 'wy'", spec.start, tagset "org.example.spec.wy")
end)

it("a new schema version calls the plug-in once, with the one before, in a private write gate", function()
  local function provider(version)
    return ([[
      return {
        schemaVersion = %d,
        metadataFieldsForPhotos = { { id = "why", title = "Why", dataType = "string" } },
        updateFromEarlierSchemaVersion = function(catalog, previous, progress)
          for _, photo in ipairs(catalog:getAllPhotos()) do photo:setPropertyForPlugin(_PLUGIN, "why", tostring(previous)) end
          progress:done()
        end,
      }
    ]]):format(version)
  end
  local first = spec.start({ ["Fields.lua"] = provider(1) })
  first:run()
  equal(first:fields(first:photo(1)).why, "nil")
  first:quit()
  local catalogue = { file = first.folder .. "/Spec.lrcat" }
  local same = spec.start({ ["Fields.lua"] = provider(1) }, { catalogue = catalogue })
  same:run()
  equal(#same:report().writes, 0)
  same:quit()
  local newer = spec.start({ ["Fields.lua"] = provider(2) }, { catalogue = catalogue })
  newer:run()
  equal(newer:fields(newer:photo(1)).why, "1")
  equal(#newer:report().undoSteps, 0)
end)
