-- Answers one request a line: {"call": name, "value": …} with {"value": …} or {"error": …}, by the compiled code in `arg[1]`.
LOC = function(zstring, ...)
  local given = { ... }
  return (zstring:match("^[^=]*=(.*)$"):gsub("%^(%d)", function(n) return tostring(given[tonumber(n)]) end))
end
local pure = assert(loadfile(arg[1]))()

local calls = {
  -- What was read is written again: as text, for this side has no other JSON.
  roundTrip = function(value) return pure.encode(value) end,
  refuses = function(text) return tostring(pcall(pure.decode, text)) end,
  shortened = function(text) return pure.shortened(text) end,
  longestSide = function(path)
    local file = assert(io.open(path, "rb"))
    local bytes = file:read("*a")
    file:close()
    return string.format("%d", pure.longestSide(bytes))
  end,
  supposed = function(counts) return pure.encode(pure.supposed(counts)) end,
  texts = function(assessment) return pure.encode(pure.textsOf(assessment)) end,
}

for line in io.lines() do
  local request = pure.decode(line)
  local ok, answer = pcall(calls[request.call], request.value)
  io.write(pure.encode(ok and { value = answer } or { error = tostring(answer) }), "\n")
  io.flush()
end
