/** `calm extension create`, `test` and `pack`: for whoever writes an extension. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CalmError, readExtension } from '@calm-sdk/core';
import { DONE, FAILED, statusOf, type Context } from '../../context.js';
import { hasErrorCode } from '../../files.js';
import { build } from '../../extensions/build.js';
import { create, type Language } from '../../extensions/create.js';
import { npm } from '../../extensions/npm.js';
import type { Template } from '../../extensions/templates.js';
import { tryExtension, type Tried } from '../../extensions/trial.js';
import { printable } from '../../terminal/printable.js';

/** Photographs that come with the command line: where it is built, and in its source. */
const PHOTOS = ['./photos/', '../../../../../examples/photos/'];

/** `calm extension create`. */
export async function createExtension(
  { screen }: Context,
  name: string,
  flags: { readonly template: Template; readonly language: Language },
): Promise<number> {
  const created = await create(name, flags.template, flags.language);
  const { folder, id, start, use } = created;
  const shown = printable(path.relative(process.cwd(), folder));
  await screen.print(`${id} begins in ${shown}.

Next:
  cd ${shown}
  change ${start}, and package.json, which says what it adds
  calm extension test              tries it
  calm extension install .         installs a copy of it
${created.hasCode ? `  calm extension trust ${id}\n` : ''}  ${use}
`);
  return DONE;
}

export interface TestFlags {
  readonly pictures?: readonly string[];
  readonly set: Readonly<Record<string, string>>;
  readonly proposedApi?: boolean;
}

/** `calm extension test`: every contribution in a real host; what it gave, how long that took, every problem. */
export async function testExtension(
  context: Context,
  folder: string,
  flags: TestFlags,
): Promise<number> {
  const { screen } = context;
  let problems = 0;
  await build(folder);
  // What is tried comes one by one, and is printed in that order.
  let printing = Promise.resolve();
  await tryExtension(context, path.resolve(folder), {
    pictures: flags.pictures ?? (await samplePhotographs()),
    settings: flags.set,
    proposed: flags.proposedApi ?? false,
    onTried: (tried) => {
      if (tried.problem !== undefined) problems += 1;
      printing = printing.then(() => screen.print(`${triedText(tried)}\n`));
    },
    onLog: (text) => {
      for (const line of text.split('\n')) screen.notice(`  ${line}`);
    },
  });
  await printing;
  screen.notice(
    problems === 0
      ? 'No problem.'
      : `${problems} ${problems === 1 ? 'problem' : 'problems'}, marked with !.`,
  );
  return statusOf(context, problems === 0 ? DONE : FAILED);
}

function triedText({ contribution, on, gave, milliseconds, problem }: Tried): string {
  const time = milliseconds === undefined ? '' : `   ${milliseconds.toFixed(1)} ms`;
  return `${problem === undefined ? ' ' : '!'} ${contribution}${on === undefined ? '' : `   ${on}`}   ${printable(problem ?? gave ?? '')}${time}`;
}

async function samplePhotographs(): Promise<string[]> {
  for (const place of PHOTOS) {
    const folder = fileURLToPath(new URL(place, import.meta.url));
    const names = await readdir(folder).catch((error: unknown) => {
      if (hasErrorCode(error, 'ENOENT')) return [];
      throw error;
    });
    const photos = names.filter((name) => name.endsWith('.jpg')).sort();
    if (photos.length > 0) return photos.map((name) => path.join(folder, name));
  }
  return [];
}

/** `calm extension pack`: the tarball that `npm publish` would publish. */
export async function packExtension(context: Context, folder: string): Promise<number> {
  const { screen, env, signal } = context;
  await build(folder);
  const { id } = await readExtension(path.resolve(folder), true);
  const packed = await npm(['pack', '--json'], { env, signal, cwd: path.resolve(folder) });
  const file = tarballIn(packed);
  await screen.print(`${printable(path.join(folder, file))}\n`);
  screen.notice(`It is ${id}: calm extension install takes it, and npm publish publishes it.`);
  return statusOf(context, DONE);
}

/** Scripts of the package may write before it. */
function tarballIn(written: string): string {
  const [, text = ''] = /(\[\s*\{[^]*\])\s*$/u.exec(written) ?? [];
  const [first] = JSON.parse(text) as { filename: string }[];
  if (first !== undefined) return first.filename;
  throw new CalmError('extension-failed', 'npm packed nothing.', { hint: 'Run npm pack to see.' });
}
