/**
 * How long rules of layout take, and how large they are in a browser.
 *
 *   node benchmarks/layout.mjs [--runs 30] [--out FOLDER]
 *
 * The frames are dashboards of cards, rows and icons, half of it placed by hand, with a few faults of every kind, and with their rendition.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { checkLayout } from '../packages/core/dist/layout.js';
import { machine } from './machine.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    out: { type: 'string', default: here('results') },
  },
});
const RUNS = Number(options.runs);
const WARM_UP = 5;

const rows = [500, 5000].map((count) => {
  const { layout, pixels } = dashboard(count);
  const times = [];
  let found = 0;
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    const began = performance.now();
    found = checkLayout(layout, { pixels }).findings.length;
    if (run >= WARM_UP) times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
  return `| ${layout.nodes.length} | ${found} | ${at(0)} | ${at(0.5)} | ${at(0.1)} to ${at(0.9)} |`;
});

const { build } = createRequire(here('../packages/core/package.json'))('esbuild');
const { outputFiles } = await build({
  entryPoints: [here('../packages/core/dist/layout.js')],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  write: false,
});
const [{ contents }] = outputFiles;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

const page = `# Rules of layout

\`node benchmarks/layout.mjs\`, ${machine()}; ${RUNS} runs after ${WARM_UP} to warm up.

| layers | findings | least, ms | median, ms | middle 80 %, ms |
| ------ | -------- | --------- | ---------- | --------------- |
${rows.join('\n')}

\`@calm-sdk/core/layout\`, bundled and minified for browsers: ${kilobytes(contents.length)} kB, ${kilobytes(gzipSync(contents).length)} kB by gzip.
`;
await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, 'layout.md'), page);
process.stdout.write(page);

/** A long dashboard of about so many layers. */
function dashboard(count) {
  const nodes = [];
  const width = 1440;
  const solid = (colour) => [{ kind: 'solid', colour }];
  const add = (node) => {
    nodes.push({ id: String(nodes.length), ...node });
    return String(nodes.length - 1);
  };
  const text = (parent, name, x, y, characters, fontSize, colour) =>
    add({
      parent,
      name,
      kind: 'text',
      x,
      y,
      width: Math.ceil(characters.length * fontSize * 0.52),
      height: Math.ceil(fontSize * 1.5),
      fills: solid(colour),
      text: {
        characters,
        lines: 1,
        segments: [
          {
            length: characters.length,
            fontSize,
            fontWeight: 400,
            lineHeight: Math.ceil(fontSize * 1.5),
          },
        ],
      },
    });
  let card = 0;
  for (; nodes.length < count; card += 1) {
    const x = 32 + (card % 4) * 350 + (card % 37 === 5 ? 3 : 0);
    const y = 32 + Math.floor(card / 4) * 240;
    const byHand = card % 2 === 0;
    const id = add({
      name: 'Card',
      kind: 'container',
      x,
      y,
      width: 326,
      height: 216,
      fills: card % 11 === 3 ? [{ kind: 'image' }] : solid('#ffffff'),
      ...(byHand
        ? {}
        : {
            autoLayout: {
              direction: 'column',
              gap: card % 29 === 1 ? 13 : 12,
              padding: { top: 24, right: 24, bottom: 24, left: 24 },
            },
          }),
    });
    text(id, 'Title', x + 24, y + 24, `Card ${card}`, 18, '#111827');
    text(id, 'Value', x + 24, y + 63, '1,204', 28, card % 13 === 2 ? '#c0c4cc' : '#111827');
    text(
      id,
      'Note',
      x + 24,
      y + 117,
      'More than last month',
      14,
      card % 17 === 4 ? '#4b5564' : '#4b5563',
    );
    const button = add({
      parent: id,
      name: 'Button',
      kind: 'container',
      interactive: true,
      x: x + 24,
      y: y + 150,
      width: 120,
      height: card % 19 === 7 ? 20 : 40,
      fills: solid('#1d4ed8'),
    });
    text(button, 'Label', x + 40, y + 158, 'Open', 16, '#ffffff');
    const icon = add({
      parent: id,
      name: 'Icon',
      kind: 'container',
      x: x + 278,
      y: y + 24,
      width: 24,
      height: 24,
    });
    for (let part = 0; part < 3; part += 1) {
      add({
        parent: icon,
        name: 'Vector',
        kind: 'shape',
        x: x + 280,
        y: y + 28 + part * 6,
        width: 20,
        height: 2,
        fills: solid('#6b7280'),
      });
    }
  }
  const height = 32 + Math.ceil(card / 4) * 240;
  const scale = 1024 / Math.max(width, height);
  const pixels = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    channels: 3,
  };
  pixels.data = new Uint8Array(pixels.width * pixels.height * 3).map((_, at) => (at * 37) % 251);
  return { layout: { width, height, fills: solid('#f3f4f6'), nodes }, pixels };
}
