import { CalmError, defaultBundleFolder, openBundle, type Bundle } from '@calm-sdk/core';
import { install, installedBundles, uninstall } from '../bundles/installed.js';
import { tryEngine } from '../bundles/trial.js';
import { DONE, FAILED, statusOf, type Context } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { printable } from '../terminal/printable.js';
import { table } from '../terminal/table.js';

/** `calm bundle add`: verifies a bundle, tries it, and keeps a copy under its name. */
export async function addBundle(
  context: Context,
  source: string,
  flags: { readonly name?: string },
): Promise<number> {
  const { screen, signal } = context;
  const name = await install(context.env, source, flags.name, async (folder) => {
    try {
      const engine = await context.createEngine({ bundle: folder });
      try {
        await tryEngine(engine, signal);
      } finally {
        await engine.dispose();
      }
    } catch (error) {
      if (error instanceof CalmError) throw error;
      // Every file is what the manifest says, so what goes wrong lies between the two.
      const why = error instanceof Error ? error.message : String(error);
      throw new CalmError('bundle-incompatible', `${folder} does not fit its manifest: ${why}`, {
        hint: 'Make the bundle again by the recipe.',
        cause: error,
      });
    }
  });
  await screen.print(`Added ${printable(name)}: every file verified, a test picture assessed.\n`);
  screen.notice(`Use it with --bundle ${name}.`);
  return statusOf(context, DONE);
}

/** `calm bundle remove`: removes the copy; the folder that it was made from is left alone. */
export async function removeBundle(context: Context, name: string): Promise<number> {
  await uninstall(context.env, name);
  await context.screen.print(`Removed ${printable(name)}.\n`);
  return statusOf(context, DONE);
}

/** A bundle in the list; the one in the box has no name. */
interface Listed {
  readonly name: string | null;
  readonly opened: Bundle | CalmError;
}

/** `calm bundle list`: the bundle in the box, and those that were added, each verified. */
export async function listBundles(
  context: Context,
  flags: { readonly format: 'text' | 'json' },
): Promise<number> {
  const { screen } = context;
  const listed: Listed[] = [
    { name: null, opened: await openBundle(defaultBundleFolder()) },
    ...(await installedBundles(context.env)),
  ];
  await screen.print(
    flags.format === 'json'
      ? `${jsonLine({ bundles: listed.map(documented) })}\n`
      : listText(listed, context),
  );
  let damaged = false;
  for (const { name, opened } of listed) {
    if (!(opened instanceof CalmError)) continue;
    damaged = true;
    screen.problem(
      `${name}: ${opened.message} To add it again: calm bundle remove ${name}, then calm bundle add FOLDER.`,
    );
  }
  return statusOf(context, damaged ? FAILED : DONE);
}

function documented({ name, opened }: Listed): object {
  if (opened instanceof CalmError) return { name, status: 'problem', error: opened.toInfo() };
  const { manifest, folder, sha256 } = opened;
  return {
    name,
    status: 'ok',
    id: manifest.id,
    version: manifest.version,
    licence: manifest.licence,
    bytes: bytesOf(opened),
    answersQuestions: manifest.text !== undefined,
    sha256,
    folder,
  };
}

function listText(listed: readonly Listed[], { screen }: Context): string {
  const columns = [
    { title: 'Name' },
    { title: 'Model' },
    { title: 'Size', align: 'right' },
    { title: 'Questions' },
    { title: 'Licence', cut: 'end' },
  ] as const;
  const rows = listed.map(({ name, opened }) => {
    const shown = name ?? '(in the box)';
    if (opened instanceof CalmError) return [shown, 'damaged'];
    const { id, version, text, licence } = opened.manifest;
    return [
      shown,
      `${id} ${version}`,
      `${(bytesOf(opened) / 1e6).toFixed(1)} MB`,
      text === undefined ? 'no' : 'yes',
      licence,
    ].map(printable);
  });
  return table(columns, rows, screen.width, (line) => screen.colours.bold(line))
    .map((line) => `${line}\n`)
    .join('');
}

function bytesOf({ manifest }: Bundle): number {
  return Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
}
