/**
 * `docs/attributes.md`: what is measured, and how well, from the registry and the record of the change benchmark.
 * With `--check` it fails where the committed page is not in step.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './set-up.mjs';

const page = path.join(root, 'docs/attributes.md');
const cli = path.join(root, 'packages/plugin-cli/dist/main.js');
const table = spawnSync(process.execPath, [cli, 'attributes', '--format', 'markdown'], {
  encoding: 'utf8',
});
if (table.status !== 0) throw new Error(table.stderr);

const text = `# Attributes

What is read from a picture. Every attribute is one file in \`packages/core/src/attributes\`: its measure, the change that
makes training and test pictures, the remedy, and its wording. A \`fault\` can only be a weakness; a \`quality\` can be a
weakness or a strength; a \`style\` is a look that may be meant: it excuses faults and is neither.

How well each measure sees a known change, and how seldom it finds fault with clean photographs, is in
[\`benchmarks/results/changes.md\`](../benchmarks/results/changes.md). This page is made by \`node scripts/attributes-page.mjs\`.

${table.stdout.trim()}
`;

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
} else if (readFileSync(page, 'utf8') !== text) {
  console.error(
    'docs/attributes.md is not in step with the registry: node scripts/attributes-page.mjs',
  );
  process.exitCode = 1;
}
