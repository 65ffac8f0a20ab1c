-- The Plug-in Manager with the sections of the plug-in ("Lightroom Classic SDK Programmers Guide", Adding custom sections to the Plug-in Manager).
local dialogs = require("dialog")
local views = require("lr-view")

return function(host)
  local tasks = host.tasks

  local function call(what, run, ...)
    if not run then return nil end
    local ok, result = tasks.outsideOfTask(what, run, ...)
    if not ok then host.failed(what, result) end
    return ok and result or nil
  end

  --- Opens it before the person; closed where they are done.
  return function(person)
    tasks.start("Plug-in Manager", function()
      local file = assert(host.plugin.info.LrPluginInfoProvider, "Info.lua declares no LrPluginInfoProvider")
      local provider = call(file, host.plugin.run, file) or {}
      local _, factory = views.namespace()
      local properties = host.newPropertyTable({})
      call("startDialog", provider.startDialog, properties)
      local sections = {}
      for _, name in ipairs({ "sectionsForTopOfDialog", "sectionsForBottomOfDialog" }) do
        for _, section in ipairs(call(name, provider[name], factory, properties) or {}) do
          sections[#sections + 1] = views.section(section, properties)
        end
      end
      local root = views.section(sections, properties)
      host.ask(dialogs.new(host, { kind = "manager", title = host.plugin.info.LrPluginName, buttons = { ok = "Done" } }, root, properties), person)
      call("endDialog", provider.endDialog, properties)
    end, "lightroom")
  end
end
