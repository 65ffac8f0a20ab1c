local spec = ...
local it, go, said, equal, contains, throws = spec.it, spec.go, spec.said, spec.equal, spec.contains, spec.throws
local files = require("files")

it("globals are those of Lightroom and no others", function()
  local lr = go [[
    local names = {}
    for name in pairs(_G) do names[#names + 1] = name end
    table.sort(names)
    say(table.concat(names, " "))
  ]]
  equal(said(lr)[1], "LOC MAC_ENV _G _PLUGIN assert coroutine debug dofile error getmetatable import io ipairs load loadfile loadstring math next os pairs "
    .. "pcall rawequal rawget rawset require select setmetatable string table tonumber tostring type unpack")
end)

it("libraries are cut as in Lightroom", function()
  local lr = go [[
    for _, library in ipairs({ coroutine, debug, os, table }) do
      local names = {}
      for name in pairs(library) do names[#names + 1] = name end
      table.sort(names)
      say(table.concat(names, " "))
    end
    say(io.popen, type(io.open))
  ]]
  equal(said(lr), { "canYield running", "getInfo", "clock date time tmpname", "concat insert remove sort", "nil function" })
end)

it("import gives what the types declare, once, and throws for the rest", function()
  local lr = go [[
    say(import "LrTasks" == LrTasks)
    say(pcall(import, "LrSocket"))
    say(pcall(function() return LrTasks.startAsyncTaskWithoutErrorHandler end))
    say(pcall(function() return catalog.findPhotos end))
    task(function() say(LrTasks.pcall(function() return catalog:getAllPhotos()[1].setRawMetadata end)) end)
  ]]
  equal(said(lr)[1], "true")
  contains(said(lr)[2], "'LrSocket' is not in this simulator")
  contains(said(lr)[3], "LrTasks has no 'startAsyncTaskWithoutErrorHandler'")
  contains(said(lr)[4], "LrCatalog has no 'findPhotos'")
  contains(said(lr)[5], "LrPhoto has no 'setRawMetadata'")
end)

it("require takes a file of the plug-in's folder, with or without .lua, and runs it once", function()
  local plugin = spec.plugin {
    ["Part.lua"] = [[ say("runs") return { n = 1 } ]],
    ["Go.lua"] = [[
      say(require "Part" == require "Part.lua", require("Part").n)
      say(pcall(require, "missing"))
      say(pcall(require, "folder/Part"))
    ]],
  }
  files.makeFolder(plugin .. "/folder")
  files.write(plugin .. "/folder/Part.lua", "return {}")
  local lr = go(nil, { plugin = plugin })
  equal(said(lr)[1], "runs")
  equal(said(lr)[2], "true 1")
  contains(said(lr)[3], "there is no 'missing.lua'")
  contains(said(lr)[4], "there is no 'folder/Part.lua'")
end)

it("loaded text and files have the same globals", function()
  local lr = go {
    ["Part.lua"] = [[ say(collectgarbage) ]],
    ["Go.lua"] = [[
      say(loadstring("return collectgarbage")())
      loadfile(_PLUGIN.path .. "/Part.lua")()
    ]],
  }
  equal(said(lr), { "nil", "nil" })
end)

it("Info.lua has string and LOC, and neither import nor require", function()
  throws("attempt to call global 'require'", spec.start, { ["Info.lua"] = [[ return require "Definitions" ]] })
  throws("attempt to call global 'import'", spec.start, { ["Info.lua"] = [[ return import "LrTasks" ]] })
  throws("VERSION.build was of type string", spec.start, {
    ["Info.lua"] = [[ return { LrSdkVersion = 6.0, LrToolkitIdentifier = ("x"):rep(2), LrPluginName = LOC "$$$/N=N", VERSION = { build = "1" } } ]],
  })
end)

it("a script with a byte order mark does not load", function()
  throws("byte order mark", spec.start, { ["Fields.lua"] = "\239\187\191return {}" })
end)

it("a menu item is enabled as Info.lua says", function()
  local lr = spec.start({ ["Selected.lua"] = [[ say("ran") ]] })
  throws("not enabled", lr.menu, lr, "Selected.lua")
  lr:select({ lr:photo(1) })
  lr:menu("Go with what is selected")
  equal(said(lr), { "ran" })
  throws("no menu has 'Other.lua'", lr.menu, lr, "Other.lua")
end)

it("LOC gives English with its arguments and characters", function()
  local lr = go [[
    say(LOC("$$$/Spec/Of=^1 of ^2^.", 3, "^1"))
    say(LOC "$$$/Spec/Caret=^^ ^U+00e9")
  ]]
  equal(said(lr), { "3 of ^1…", "^ é" })
end)

it("LOC gives the language of Lightroom, and English where it has none", function()
  local plugin = {
    ["TranslatedStrings_de.txt"] = '"$$$/Spec/Of=^2, davon ^1"\n"$$$/Other=„Ändern“"\n',
    ["Go.lua"] = [[ say(LOC("$$$/Spec/Of=^1 of ^2", 3, 4)) say(LOC("$$$/Other=Change")) say(LOC("$$$/Third=Third")) ]],
  }
  equal(said(go(plugin, { locale = "de" })), { "4, davon 3", "„Ändern“", "Third" })
  equal(said(go(plugin, { locale = "fr" })), { "3 of 4", "Change", "Third" })
end)

it("LOC throws for what is no ZString, for two English texts of one key, and for a missing argument", function()
  local lr = go [[
    say(pcall(LOC, "Plain text"))
    say(pcall(LOC, nil))
    LOC "$$$/Spec/Twice=One"
    say(pcall(LOC, "$$$/Spec/Twice=Another"))
    say(pcall(LOC, "$$$/Spec/Argument=^1"))
  ]]
  contains(said(lr)[1], "is no ZString")
  contains(said(lr)[2], "needs a ZString")
  contains(said(lr)[3], "two English texts: 'One' and 'Another'")
  contains(said(lr)[4], "^1 of $$$/Spec/Argument has no value")
end)

it("a dictionary with anything else in it does not load", function()
  throws("line 1: only", spec.start, { ["TranslatedStrings_de.txt"] = "-- comment\n" }, { locale = "de" })
  throws("is there twice", spec.start, { ["TranslatedStrings_de.txt"] = '"$$$/A=1"\n"$$$/A=2"\n' }, { locale = "de" })
  throws("byte order mark", spec.start, { ["TranslatedStrings_de.txt"] = "\239\187\191" }, { locale = "de" })
end)

it("what the guide advises against is a warning", function()
  local lr = go [[ LOC "$$$/Spec/Dots=Wait…" LOC "$$$/Spec/with-dash=Dash" ]]
  contains(lr:report().warnings[1], "outside of ASCII")
  contains(lr:report().warnings[2], "only letters, digits and /")
end)
