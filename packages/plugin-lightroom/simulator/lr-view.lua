-- SDK API reference, LrView: trees of views that a dialog shows.
local json = require("json")
local strict = require("strict")

local KINDS = {
  "column", "row", "group_box", "scrolled_view", "static_text", "edit_field", "checkbox", "radio_button", "popup_menu", "push_button", "catalog_photo",
  "separator", "spacer",
}
local BOUND, NODE = {}, {}

local views = {}

local function isBound(value)
  return type(value) == "table" and getmetatable(value) == BOUND
end

local function resolve(value, object, what)
  if not isBound(value) then return value end
  if not object then error(("%s is bound to '%s', and no view above has bind_to_object"):format(what, value.key), 0) end
  return object[value.key]
end

local function childrenOf(view, what)
  local children, last = {}, 0
  for position in pairs(view) do
    if type(position) == "number" then last = math.max(last, position) end
  end
  for at = 1, last do
    if getmetatable(view[at]) ~= NODE then error(("%s: child %d is no view"):format(what, at), 0) end
    children[at] = view[at]
  end
  return children
end

local function make(kind, view, what)
  assert(type(view) == "table", what .. ": a table is needed")
  return setmetatable({ kind = kind, view = view, children = childrenOf(view, what) }, NODE)
end

--- A section of the Export dialog or the Plug-in Manager: a table with a title, of views.
function views.section(described, object)
  local node = make("section", described, "section")
  node.object = described.bind_to_object or object
  return node
end

local function titleOf(items, value)
  for _, item in ipairs(items) do
    if item.value == value then return item.title end
  end
end

--- What the person sees of a view and those in it, as tables: `kind`, `title`, `value`, `enabled`, and so on; `key` is what a value is bound to.
function views.show(node, object)
  local view, kind = node.view, node.kind
  object = node.object or view.bind_to_object or object
  local shown = { kind = kind }
  shown.title = resolve(view.title, object, kind)
  if isBound(view.value) then
    shown.key = view.value.key
    shown.value = resolve(view.value, object, kind)
  end
  if view.enabled ~= nil then shown.enabled = resolve(view.enabled, object, kind) and true or false end
  if kind == "popup_menu" then
    local items = resolve(view.items, object, kind)
    assert(type(items) == "table", "popup_menu: items are needed")
    shown.items = json.list()
    for at, item in ipairs(items) do shown.items[at] = item.title end
    shown.title = titleOf(items, shown.value)
  elseif kind == "radio_button" then
    shown.checked = shown.value == view.checked_value
  elseif kind == "catalog_photo" then
    shown.photo = view.photo.localIdentifier
  end
  if #node.children > 0 then
    shown.children = json.list()
    for at, child in ipairs(node.children) do shown.children[at] = views.show(child, object) end
  end
  return shown
end

--- Calls `visit(node, object)` for a view and those in it, until one gives something.
function views.each(node, object, visit)
  object = node.object or node.view.bind_to_object or object
  local found = visit(node, object)
  for _, child in ipairs(node.children) do
    if found ~= nil then return found end
    found = views.each(child, object, visit)
  end
  return found
end

--- Whether a view can be used.
function views.isEnabled(node, object)
  local enabled = resolve(node.view.enabled, object, node.kind)
  return enabled == nil or enabled and true or false
end

function views.title(node, object)
  return resolve(node.view.title, object, node.kind)
end

function views.items(node, object)
  return resolve(node.view.items, object, node.kind)
end

--- Puts a value where the view is bound to.
function views.put(node, object, value)
  assert(isBound(node.view.value), node.kind .. " is not bound to anything")
  object[node.view.value.key] = value
end

--- The namespace.
function views.namespace()
  local factory = {}
  for _, kind in ipairs(KINDS) do
    factory[kind] = function(_, view) return make(kind, view, "f:" .. kind) end
  end
  factory = strict.namespace("LrView factory", factory)
  return strict.namespace("LrView", {
    osFactory = function() return factory end,
    bind = function(key)
      if type(key) ~= "string" then error("LrView.bind: the name of a key is needed", 2) end
      return setmetatable({ key = key }, BOUND)
    end,
  }), factory
end

return views
