/** All that Lightroom may call: a Lua file for each stands beside the bundle, and `Info.lua` names them. */
export { markChanged } from './catalogue/changed';
export { clearFields } from './catalogue/clear';
export { makeCollections } from './collections/make';
export * as exportFilter from './export/filter';
export * as managerPanel from './manager/panel';
export { explain } from './score/explain';
export { scoreSelected } from './score/selected';
export { teach } from './taste/teach';
