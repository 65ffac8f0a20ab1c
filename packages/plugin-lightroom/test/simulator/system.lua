local spec = ...
local it, go, said, equal, contains = spec.it, spec.go, spec.said, spec.equal, spec.contains

it("paths are taken apart and put together", function()
  local lr = go [[
    local LrPathUtils = import "LrPathUtils"
    say(LrPathUtils.child("/a/", "b"), LrPathUtils.parent("/a/b c"), LrPathUtils.parent("/a"), LrPathUtils.parent("/"), LrPathUtils.leafName("/a/b c.jpg"))
    say(pcall(LrPathUtils.getStandardFilePath, "desktop"))
  ]]
  equal(said(lr)[1], "/a/b /a / nil b c.jpg")
  contains(said(lr)[2], "names no folder 'desktop'")
end)

it("files are real", function()
  local lr = go [[
    local LrFileUtils, LrPathUtils = import "LrFileUtils", import "LrPathUtils"
    local folder = LrPathUtils.getStandardFilePath("appData") .. "/it's a/b"
    say(LrFileUtils.exists(folder), LrFileUtils.createAllDirectories(folder), LrFileUtils.exists(folder))
    local path = folder .. "/x.txt"
    local file = io.open(path, "wb")
    file:write("text")
    file:close()
    say(LrFileUtils.exists(path), LrFileUtils.readFile(path), LrFileUtils.chooseUniqueFileName(path):match("[^/]+$"))
    say(LrFileUtils.move(path, folder .. "/y.txt"), LrFileUtils.exists(path))
    io.open(path, "wb"):close()
    say(LrFileUtils.move(path, folder .. "/y.txt"), LrFileUtils.readFile(folder .. "/y.txt"))
    local names = {}
    for entry in LrFileUtils.directoryEntries(folder) do names[#names + 1] = entry:sub(#folder + 2) end
    say(table.concat(names, " "), LrFileUtils.delete(path), LrFileUtils.delete(path))
    say(pcall(LrFileUtils.readFile, path))
  ]]
  equal(said(lr)[1], "false true directory")
  equal(said(lr)[2], "file text x-2.txt")
  equal(said(lr)[3], "true false")
  equal(said(lr)[4], "false text")
  equal(said(lr)[5], "x.txt y.txt true false")
  contains(said(lr)[6], "cannot be read")
end)

it("times count from 2001, and are shown as asked", function()
  local lr = go [[
    local LrDate = import "LrDate"
    say(math.abs(LrDate.currentTime() + 978307200 - os.time()) < 2)
    say(LrDate.timeToUserFormat(0, "%Y-%m-%d %H:%M") == os.date("%Y-%m-%d %H:%M", 978307200))
    say(pcall(LrDate.timeToUserFormat, 0, "%s"))
  ]]
  equal({ said(lr)[1], said(lr)[2] }, { "true", "true" })
  contains(said(lr)[3], "'%s' is not in this simulator")
end)

it("Base64 is of bytes, and white space is trimmed", function()
  local lr = go [[
    local LrStringUtils = import "LrStringUtils"
    say(LrStringUtils.encodeBase64("\0\255ä"), "[" .. LrStringUtils.trimWhitespace("  a b\n") .. "]")
  ]]
  equal(said(lr), { "AP/DpA== [a b]" })
end)

it("a logger that was not enabled writes nothing", function()
  local lr = go [[
    local other = import "LrLogger" "other"
    other:info("unseen")
    other:enable("logfile")
    other:warn("seen")
  ]]
  equal(said(lr), { "seen" })
end)

it("the version is that of the scenario", function()
  equal(said(go([[ say(import "LrApplication".versionString()) ]], { version = "14.2" })), { "14.2" })
end)
