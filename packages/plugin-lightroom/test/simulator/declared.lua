-- What the plug-in's types declare of the SDK is in the simulator.
local spec = ...
local it, contains = spec.it, spec.contains
local declared = spec.given.declared

-- Where an interface that is no namespace of its own name comes from.
local OBJECTS = {
  LrCatalog = "catalog",
  LrPhoto = "photo",
  LrFunctionContext = "context",
  LrProgressScope = "import 'LrProgressScope' { title = 'Spec' }",
  LrLogger = "import 'LrLogger' 'spec'",
  LrViewFactory = "import 'LrView'.osFactory()",
  LrExportSession = "session",
  LrExportRendition = "select(2, session:renditions()())",
  LrThumbnailRequest = "photo:requestJpegThumbnail(1, 1, function() end)",
}
local NAMESPACES = { LrView = "LrViewNamespace", LrFunctionContext = "LrFunctionContextNamespace" }

local function check(expression, members)
  local quoted = {}
  for at, member in ipairs(members) do quoted[at] = ("%q"):format(member) end
  assert(#quoted > 0, "nothing is declared")
  local lr = spec.go(([[
    LrFunctionContext.postAsyncTaskWithContext("declared", function(context)
      local photo = catalog:getAllPhotos()[1]
      local session = import "LrExportSession" {
        photosToExport = { photo }, exportSettings = { LR_format = "JPEG", LR_export_destinationType = "tempFolder" },
      }
      local object = %s
      for _, member in ipairs({ %s }) do
        if object[member] == nil then error(member .. " is nil") end
      end
      say("all", context, session)
    end)
  ]]):format(expression, table.concat(quoted, ", ")))
  if lr.errors[1] then error(lr.errors[1].message, 0) end
  contains(spec.said(lr)[1], "all")
end

for _, name in ipairs(declared.LrNamespaces) do
  local members = declared[NAMESPACES[name] or name]
  -- Classes are functions, whose objects are below.
  if members and not (OBJECTS[name] and not NAMESPACES[name]) then
    it("namespace " .. name, function() check(("import %q"):format(name), members) end)
  else
    it("class " .. name, function() spec.go(("say(import %q)"):format(name)) end)
  end
end

for name, expression in pairs(OBJECTS) do
  it("object " .. name, function() check(expression, declared[name]) end)
end

it("raw metadata", function()
  local keys = {}
  for at, key in ipairs(declared.LrRawMetadata) do keys[at] = ("%q"):format(key) end
  local lr = spec.go(([[
    task(function()
      local photos = catalog:getAllPhotos()
      local rows = catalog:batchGetRawMetadata(photos, { %s })
      say("all", rows[photos[1] ])
    end)
  ]]):format(table.concat(keys, ", ")))
  contains(spec.said(lr)[1], "all table")
end)
