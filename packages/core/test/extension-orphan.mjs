/** An engine's process whose extension loops for ever; it says so, with its process id, in a file of the folder that is given. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openExtensions } from '../dist/index.js';

const [place] = process.argv.slice(2);
const folder = path.join(place, 'extension');
await mkdir(folder);
const attribute = {
  id: 'acme.loop',
  title: 'loop',
  meaning: 'Loops.',
  level: 'low',
  kind: 'style',
  unit: '',
  range: [0, 1],
  direction: 'higher-is-better',
  needs: [],
};
await writeFile(
  path.join(folder, 'package.json'),
  JSON.stringify({
    name: 'loop',
    version: '1.0.0',
    publisher: 'acme',
    type: 'module',
    main: './index.js',
    engines: { calm: '^1.0.0' },
    calm: { contributes: { attributes: [attribute] } },
  }),
);
await writeFile(
  path.join(folder, 'index.js'),
  `import { renameSync, writeFileSync } from 'node:fs';
export function activate(context) {
  context.attributes.register('acme.loop', {
    measure() {
      const file = ${JSON.stringify(path.join(place, 'looping'))};
      writeFileSync(file + '.new', String(process.pid));
      renameSync(file + '.new', file);
      for (;;);
    },
  });
}`,
);
const extensions = await openExtensions([folder], { trusted: () => true, storage: place });
const picture = { width: 1, height: 1, captureFacts: {}, tiles: [] };
// Whoever started this process kills it long before the extension is given up.
await extensions.attributes[0].measure({ picture });
