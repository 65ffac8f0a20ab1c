/** What the names of layers and components tell. */
import type { LayoutNode } from '../protocol/generated/layout.js';

/** Words of a name in lower case: `Icon/CloseButton 2` has icon, close, button and 2. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const PRESSED = new Set(
  'button btn iconbutton link checkbox radio radiobutton switch toggle tab chip menuitem fab'.split(
    ' ',
  ),
);

/** Names with such a word name what holds things to press, or a part of one. */
const NOT_PRESSED = new Set(
  (
    'group groups bar list container wrapper row rows section stack header footer grid set area background bg label text icon caption title ' +
    'knob thumb track dot handle indicator underline divider shape panel content page view frame buttons links tabs chips'
  ).split(' '),
);

const DRAWN = new Set(
  'icon icons illustration illustrations graphic chart graph logo logotype sparkline vector pictogram artwork map drawing emoji flag pattern'.split(
    ' ',
  ),
);

const FIELDS = new Set(
  'input field textfield textarea textbox select dropdown combobox search'.split(' '),
);

const BOXES = new Set('checkbox radio radiobutton switch toggle'.split(' '));

/** Whether it is called as things are that one presses: by its component, or as a container. */
export function saysInteractive({ name, component, kind }: LayoutNode): boolean {
  if (component !== undefined) return isPressed(wordsOf(component.name));
  return kind === 'container' && isPressed(wordsOf(name));
}

function isPressed(words: readonly string[]): boolean {
  // What a thing is stands last, in English, or first before a slash; whatever else is said must not make it a part or a group.
  if (words.some((word) => NOT_PRESSED.has(word) && !(word === 'icon' && words.length > 1)))
    return false;
  return (
    words.some((word) => PRESSED.has(word)) ||
    (words.includes('menu') && words.includes('item')) ||
    (words.includes('nav') && words.includes('item'))
  );
}

export function saysDisabled(name: string): boolean {
  return /\b(disabled|inactive)\b/iu.test(name) && !/disabled\s*=\s*(false|no|off)/iu.test(name);
}

export function saysDrawing(name: string): boolean {
  return wordsOf(name).some((word) => DRAWN.has(word));
}

/** A field to type or choose in. */
export function saysField(node: LayoutNode): boolean {
  return says(node, FIELDS);
}

/** A box, knob or the like whose outline alone shows that it is there. */
export function saysBox(node: LayoutNode): boolean {
  return says(node, BOXES);
}

function says({ name, component }: LayoutNode, what: ReadonlySet<string>): boolean {
  const words = wordsOf(component?.name ?? name);
  return words.some((word) => what.has(word)) && !words.some((word) => NOT_PRESSED.has(word));
}

/** The name without the number that programs put behind copies. */
export function roleOf(name: string): string {
  return name.replace(/[\s\d]+$/u, '').toLowerCase();
}
