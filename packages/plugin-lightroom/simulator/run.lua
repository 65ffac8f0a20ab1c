-- Runs a scenario and prints what it returns as JSON: `lua5.1 run.lua SCENARIO.lua ARGUMENTS.json`, or `-` for arguments `{}`.
local here = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = here .. "/?.lua;" .. package.path

local json = require("json")
local files = require("files")
local lightroom = require("lightroom")

local given = (arg[2] == nil or arg[2] == "-") and {} or json.decode(files.read(arg[2]))
local scenario = assert(loadfile(arg[1]))()
print(json.encode(scenario(lightroom, given)))
