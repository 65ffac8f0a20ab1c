-- SDK API reference, LrProgressScope.
local strict = require("strict")

return function(host)
  function host.newProgress(described)
    if type(described) ~= "table" or type(described.title) ~= "string" then error("LrProgressScope: a title is needed", 3) end
    local scope = { title = described.title, portion = 0, captions = 0, isDone = false, isCanceled = false }
    if described.functionContext then
      table.insert(host.contextState(described.functionContext, "LrProgressScope").scopes, scope)
    end
    table.insert(host.progress, scope)
    local methods = {}
    function methods:setPortionComplete(done, total)
      local portion = done / (total or 1)
      if not (portion >= 0 and portion <= 1) then error(("LrProgressScope:setPortionComplete: %s of %s"):format(tostring(done), tostring(total)), 2) end
      scope.portion = portion
    end
    function methods:setCaption(caption)
      if type(caption) ~= "string" then error("LrProgressScope:setCaption: a text is needed", 2) end
      scope.caption = caption
      scope.captions = scope.captions + 1
    end
    function methods:isCanceled() return scope.isCanceled end
    function methods:done() scope.isDone = true end
    return strict.object("LrProgressScope", methods, {})
  end

  return strict.namespace("LrProgressScope", {}, host.newProgress)
end
