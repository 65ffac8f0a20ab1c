-- A dialog as the person has it before them: what it shows, and what can be done in it.
local views = require("lr-view")

local dialog = {}
dialog.__index = dialog

--- `root` is the view in it, if any; `object` what its values are bound to where no view says so.
function dialog.new(host, described, root, object)
  local self = setmetatable(described, dialog)
  self.host, self.root, self.object = host, root, object
  return self
end

--- What it shows now.
function dialog:tree()
  return self.root and views.show(self.root, self.object)
end

--- All texts that it shows, one a line.
function dialog:text()
  local lines = {}
  for _, text in ipairs({ self.title or false, self.message or false, self.info or false }) do
    if text then lines[#lines + 1] = text end
  end
  if self.root then
    views.each(self.root, self.object, function(node, object)
      local title = views.title(node, object)
      if title then lines[#lines + 1] = title end
    end)
  end
  return table.concat(lines, "\n")
end

local function find(self, wanted, matches)
  if not self.root then return nil end
  local found = views.each(self.root, self.object, function(node, object)
    if matches(node, object) then return { node = node, object = object } end
  end)
  if found and not views.isEnabled(found.node, found.object) then
    error(("'%s' of the dialog '%s' is not enabled"):format(wanted, tostring(self.title)), 3)
  end
  return found
end

local function refuse(self, what, wanted)
  error(("the dialog '%s' has no %s '%s'. It shows:\n%s"):format(tostring(self.title or self.message), what, tostring(wanted), self:text()), 3)
end

--- Presses a button in it, or one of those that close it, by its title.
function dialog:press(title)
  self.host.log("pressed", { title = title })
  local found = find(self, title, function(node, object) return node.kind == "push_button" and views.title(node, object) == title end)
  if found then
    -- Actions of buttons run outside of a task.
    local ok, message = self.host.tasks.outsideOfTask(("button '%s'"):format(title), found.node.view.action, found.node)
    if not ok then self.host.failed(("button '%s'"):format(title), message) end
    return
  end
  for answer, button in pairs(self.buttons or {}) do
    if button == title then
      self.answer = answer
      return
    end
  end
  refuse(self, "button", title)
end

--- Puts a value into the view that is bound to a key.
function dialog:set(key, value)
  local found = find(self, key, function(node) return node.view.value and node.view.value.key == key end)
  if not found then refuse(self, "value", key) end
  views.put(found.node, found.object, value)
end

--- Checks or clears a checkbox by its title.
function dialog:check(title, checked)
  local found = find(self, title, function(node, object) return node.kind == "checkbox" and views.title(node, object) == title end)
  if not found then refuse(self, "checkbox", title) end
  views.put(found.node, found.object, checked ~= false)
end

--- Chooses a radio button, or an item of a menu, by its title.
function dialog:choose(title)
  local function itemOf(node, object)
    for _, item in ipairs(node.kind == "popup_menu" and views.items(node, object) or {}) do
      if item.title == title then return item end
    end
  end
  local found = find(self, title, function(node, object)
    return (node.kind == "radio_button" and views.title(node, object) == title) or itemOf(node, object) ~= nil
  end)
  if not found then refuse(self, "choice", title) end
  local item = itemOf(found.node, found.object)
  views.put(found.node, found.object, item and item.value or found.node.view.checked_value)
end

--- What a report tells of it.
function dialog:described()
  return {
    kind = self.kind, title = self.title, message = self.message, info = self.info, style = self.style, buttons = self.buttons, tree = self.shown,
    answer = self.answer,
  }
end

return dialog
