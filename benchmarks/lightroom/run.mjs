/**
 * How long a shoot takes in Lightroom: "Score selected" of the compiled plug-in, in the simulator, with the real engine over real HTTP.
 *
 *   node benchmarks/lightroom/run.mjs --photos FOLDER [--count 4000] [--out FOLDER]
 *
 * Every photograph is another one: cut from those of the folder, enlarged to 2048 pixels, as Lightroom renders them; making them is not counted. The
 * simulator shares the machine with the engine, as Lightroom does, but takes no time to render. Needs lua5.1 and lua-socket.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from '../machine.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const { values: options } = parseArgs({
  options: {
    photos: { type: 'string' },
    count: { type: 'string', default: '4000' },
    out: { type: 'string', default: here('../results') },
  },
});
if (options.photos === undefined) {
  console.error('usage: node benchmarks/lightroom/run.mjs --photos FOLDER [--count 4000]');
  process.exit(2);
}
const sharp = createRequire(here('../../packages/plugin-lightroom/package.json'))('sharp');
const program = here('../../packages/plugin-cli/dist/main.js');
const simulator = here('../../packages/plugin-lightroom/simulator/run.lua');
const scenario = here('../../packages/plugin-lightroom/test/scenarios/score.lua');
const LONGEST = 2048;
const count = Number(options.count);

const folder = await mkdtemp(path.join(tmpdir(), 'calm-lightroom-'));
const env = {
  ...process.env,
  XDG_DATA_HOME: path.join(folder, 'data'),
  XDG_CACHE_HOME: path.join(folder, 'cache'),
  CALM_STORE: '',
};
const photos = await makePhotos();
await once(
  spawn(process.execPath, [program, 'install', 'lightroom', '--to', folder], {
    env,
    stdio: 'ignore',
  }),
  'exit',
);
const server = spawn(process.execPath, [program, 'serve', '--port', '0'], { env, stdio: 'ignore' });
const handshake = path.join(folder, 'data/calm/server.json');
while (!existsSync(handshake)) await wait(50);
let most = 0;
const watching = setInterval(() => {
  void memory().then((bytes) => {
    most = Math.max(most, bytes);
  });
}, 500);

const [load] = loadavg();
const began = performance.now();
const report = await simulated();
const seconds = (performance.now() - began) / 1000;
clearInterval(watching);
server.kill();
await once(server, 'exit');
await rm(folder, { recursive: true });

const current = report.photos.filter(({ fields }) => fields.state === 'current').length;
const lines = [
  '# A shoot in Lightroom',
  '',
  `${new Date().toISOString().slice(0, 10)}, ${machine()}, load ${load.toFixed(1)} before. Made by \`node benchmarks/lightroom/run.mjs --photos FOLDER\`:`,
  'the compiled plug-in in the simulator, the engine by HTTP beside it; Lightroom itself would need time to render, too.',
  '',
  '| | figure |',
  '|---|---|',
  `| photographs of ${LONGEST} pixels | ${count} |`,
  `| scored | ${current} |`,
  `| time | ${Math.floor(seconds / 60)} min ${(seconds % 60).toFixed(0)} s |`,
  `| for one photograph | ${((1000 * seconds) / count).toFixed(0)} ms |`,
  `| longest that the plug-in kept the interface waiting | ${report.longestBlockMs.toFixed(0)} ms (${report.longestBlock}) |`,
  `| longest write into the catalogue | ${report.longestWriteMs.toFixed(0)} ms |`,
  `| memory of the engine, most | ${(most / 1e6).toFixed(0)} MB |`,
  '',
];
await mkdir(options.out, { recursive: true });
await writeFile(path.join(options.out, 'lightroom.md'), lines.join('\n'));
console.log(lines.join('\n'));

async function makePhotos() {
  const names = (await readdir(options.photos))
    .filter((name) => /\.(jpe?g|png)$/iu.test(name))
    .sort();
  const made = [];
  await mkdir(path.join(folder, 'shoot'));
  for (let index = 0; index < count; index++) {
    const source = path.join(options.photos, names[index % names.length]);
    const round = Math.floor(index / names.length);
    const { width, height } = await sharp(source).metadata();
    const share = 1 - 0.03 * round;
    const file = path.join(folder, 'shoot', `${index}.jpg`);
    const info = await sharp(source)
      .extract({
        left: Math.floor(((1 - share) * width) / 2),
        top: Math.floor(((1 - share) * height) / 3),
        width: Math.floor(share * width),
        height: Math.floor(share * height),
      })
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside' })
      .jpeg({ quality: 80 })
      .toFile(file);
    const scale = 6000 / Math.max(info.width, info.height);
    const size = { width: Math.round(info.width * scale), height: Math.round(info.height * scale) };
    made.push({
      path: file,
      fileFormat: 'RAW',
      croppedDimensions: size,
      develop: { Exposure2012: index },
    });
    if (index % 100 === 0) process.stderr.write(`\r${index} of ${count} photographs made  `);
  }
  process.stderr.write('\n');
  return made;
}

async function simulated() {
  const given = path.join(folder, 'given.json');
  const plugin = path.join(folder, 'Calm.lrplugin');
  await writeFile(given, JSON.stringify({ plugin, folder, photos, patience: 7200 }));
  const child = spawn('lua5.1', [simulator, scenario, given], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [status]] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    once(child, 'exit'),
  ]);
  if (status !== 0) throw new Error('The simulator has failed.');
  return JSON.parse(output.join(''));
}

async function memory() {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  return 1024 * Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
}
