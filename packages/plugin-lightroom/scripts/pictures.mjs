/**
 * `docs/images/lightroom`: what the plug-in shows, drawn from the dialogs of the simulator with the real engine.
 *
 *   node packages/plugin-lightroom/scripts/pictures.mjs
 *
 * Needs lua5.1, lua-socket and chromium.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url));
const root = path.join(here, '../..');
const program = path.join(root, 'packages/plugin-cli/dist/main.js');
const photos = path.join(root, 'examples/photos');
const pictures = path.join(root, 'docs/images/lightroom');
const EXPLAINED = 'sunset.jpg';
const WIDTH = 620;

const folder = mkdtempSync(path.join(tmpdir(), 'calm-pictures-'));
const env = {
  ...process.env,
  XDG_DATA_HOME: path.join(folder, 'data'),
  XDG_CACHE_HOME: path.join(folder, 'cache'),
  CALM_STORE: '',
};
spawnSync(process.execPath, [program, 'install', 'lightroom', '--to', folder], { env });
// The default port, for it is shown.
const server = spawn(process.execPath, [program, 'serve'], { env, stdio: 'ignore' });
while (!existsSync(path.join(folder, 'data/calm/server.json'))) await wait(50);
const { trees, fields } = simulated();
server.kill();

mkdirSync(pictures, { recursive: true });
draw('explain', `CALM: ${EXPLAINED}`, drawn(trees[`CALM: ${EXPLAINED}`]));
draw('teach', 'CALM: teach my taste', drawn(trees['CALM: teach my taste']), ['Cancel', 'Teach']);
draw('export', 'Export', drawn(trees.export));
draw('manager', 'Lightroom Plug-in Manager', drawn(trees.manager), ['Done']);
draw('fields', 'Metadata', panel());
rmSync(folder, { recursive: true });

function simulated() {
  const given = path.join(folder, 'given.json');
  const known = readdirSync(photos)
    .filter((name) => name.endsWith('.jpg'))
    .map((name, index) => ({
      path: path.join(photos, name),
      rating: index % 6 || undefined,
      pickStatus: index % 4 === 0 ? 1 : 0,
      formatted: { fileName: name },
    }));
  writeFileSync(
    given,
    JSON.stringify({
      plugin: path.join(folder, 'Calm.lrplugin'),
      folder,
      photos: known,
      explained: EXPLAINED,
    }),
  );
  const { stdout, stderr, status } = spawnSync(
    'lua5.1',
    [path.join(here, 'simulator/run.lua'), path.join(here, 'test/scenarios/guide.lua'), given],
    { env, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The fields of a photograph as the tagset shows them, enumerations by their titles. */
function panel() {
  const definitions = readFileSync(path.join(here, 'dist/Calm.lrplugin/Fields.lua'), 'utf8');
  const titles = new Map();
  for (const block of definitions.split(/\n {4}\{\n {6}id = /u).slice(1)) {
    const id = /^"(\w+)"/u.exec(block)[1];
    const title = /^ {6}title = LOC "[^=]*=(.*)",$/mu.exec(block)?.[1];
    if (title === undefined) continue;
    const values = Object.fromEntries(
      [...block.matchAll(/value = "([^"]*)",\n\s*title = LOC "[^=]*=(.*)",/gu)].map(
        ([, value, text]) => [value, text],
      ),
    );
    titles.set(title, values[fields[id]] ?? fields[id] ?? '');
  }
  const rows = [...titles].map(
    ([title, value]) => `<tr><th>${escaped(title)}</th><td>${escaped(value)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function drawn(node) {
  const title = escaped(node.title ?? '');
  const inner = (node.children ?? []).map(drawn).join('');
  switch (node.kind) {
    case 'row':
      return `<div class="row">${inner}</div>`;
    case 'group_box':
    case 'section':
      return `<fieldset><legend>${title}</legend>${inner}</fieldset>`;
    case 'static_text':
      return `<p>${title}</p>`;
    case 'checkbox':
      return `<p class="choice"><span>${node.value === true ? '☑' : '☐'}</span> ${title}</p>`;
    case 'radio_button':
      return `<p class="choice"><span>${node.checked === true ? '◉' : '○'}</span> ${title}</p>`;
    case 'push_button':
      return `<b class="button ${node.enabled === false ? 'off' : ''}">${title}</b>`;
    case 'popup_menu':
      return `<b class="button menu">${title} ▾</b>`;
    case 'catalog_photo':
      return `<img src="file://${path.join(photos, EXPLAINED)}">`;
    case 'edit_field':
      return `<b class="field">${escaped(node.value ?? '')}</b>`;
    default:
      return `<div class="column">${inner}</div>`;
  }
}

function draw(name, title, body, buttons = ['Close']) {
  const page = path.join(folder, `${name}.html`);
  const feet = buttons.map((button) => `<b class="button">${button}</b>`).join('');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>
      body { margin: 0; background: #3b3b3b; color: #ddd; font: 13px/1.45 system-ui, sans-serif; width: ${WIDTH}px }
      h1 { font-size: 13px; text-align: center; margin: 0; padding: 7px; background: #2b2b2b }
      main { padding: 14px 18px } p { margin: 3px 0 } .row { display: flex; gap: 8px; align-items: center }
      fieldset { border: 1px solid #555; margin: 8px 0; padding: 6px 12px } legend { color: #fff; padding: 0 4px }
      .button { font-weight: 400; background: #5a5a5a; border-radius: 4px; padding: 2px 12px; margin: 4px 0 } .off { opacity: .4 }
      .field { font-weight: 400; background: #222; padding: 2px 8px; border: 1px solid #555 }
      img { width: 220px; display: block; margin: 0 0 8px }
      footer { text-align: right; padding: 0 18px 14px } footer .button { margin-left: 8px }
      table { border-spacing: 10px 3px } th { text-align: right; font-weight: 400; color: #aaa; white-space: nowrap; vertical-align: top }
    </style><h1>${escaped(title)}</h1><main>${body}</main>${name === 'fields' ? '' : `<footer>${feet}</footer>`}`,
  );
  // Twice: the first tells how high it is.
  const height = Number(
    /data-height="(\d+)"/u.exec(chromium(['--dump-dom', measured(page)]).stdout)?.[1] ?? 600,
  );
  chromium([
    `--window-size=${WIDTH},${height}`,
    `--screenshot=${path.join(pictures, `${name}.png`)}`,
    page,
  ]);
}

function measured(page) {
  const file = `${page}.measured.html`;
  writeFileSync(
    file,
    `${readFileSync(page, 'utf8')}<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height)</script>`,
  );
  return file;
}

function chromium(args) {
  return spawnSync('chromium', ['--headless', '--no-sandbox', '--hide-scrollbars', ...args], {
    encoding: 'utf8',
  });
}

function escaped(text) {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
