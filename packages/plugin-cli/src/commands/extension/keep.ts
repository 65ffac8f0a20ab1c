/** `calm extension install`, `list`, `trust` and so on: for whoever uses extensions. */
import path from 'node:path';
import {
  CalmError,
  contentHash,
  contributedIds,
  hasCode,
  readExtension,
  settingsOf,
} from '@calm-sdk/core';
import { DONE, FAILED, statusOf, type Context } from '../../context.js';
import { build } from '../../extensions/build.js';
import {
  assertInstalled,
  install,
  isThere,
  placeOf,
  storageIn,
  uninstall,
  wantedBy,
} from '../../extensions/installed.js';
import { askTrust, rememberTrust, standingOf } from '../../extensions/open.js';
import { listInstalled, stateOf, type Listed } from '../../extensions/listed.js';
import { valueOf } from '../../extensions/setting-value.js';
import { neededFolder, readState, without, writeState } from '../../extensions/state.js';
import { jsonLine } from '../../formats/json.js';
import { printable } from '../../terminal/printable.js';
import { table } from '../../terminal/table.js';

/** `calm extension install`. */
export async function installExtension(context: Context, given: string): Promise<number> {
  const { screen, env, signal } = context;
  const folder = neededFolder(env);
  const wanted = await wantedBy(given);
  if (wanted.remote) {
    screen.notice(
      `npm asks its registry for ${given}: of all that calm does, this uses the network.`,
    );
  } else {
    await build(wanted.spec);
  }
  const found = await install(folder, wanted, { env, signal });
  const { id, manifest } = found;
  await screen.print(
    `Installed ${id} ${printable(manifest.version)}: ${contributedIds(found.manifest).join(', ')}.\n`,
  );
  if (hasCode(found.manifest)) {
    const question = {
      id,
      contentHash: await contentHash(found.folder),
      contributes: contributedIds(found.manifest),
    };
    const standing = await standingOf(folder, id);
    if (standing !== 'trusted' && (await askTrust(context, folder, question)) === undefined) {
      screen.notice(`Its code may not run yet. To allow it: calm extension trust ${id}`);
    }
  }
  return statusOf(context, DONE);
}

/** `calm extension uninstall`. */
export async function uninstallExtension(context: Context, id: string): Promise<number> {
  const { screen, env } = context;
  const folder = neededFolder(env);
  await assertInstalled(folder, id);
  await uninstall(folder, id);
  const state = await readState(folder);
  await writeState(folder, {
    trust: without(state.trust, id),
    settings: without(state.settings, id),
    disabled: state.disabled.filter((each) => each !== id),
  });
  await screen.print(`Uninstalled ${id}.\n`);
  const storage = path.join(storageIn(folder), id);
  if (await isThere(storage)) screen.notice(`What it has stored stays in ${storage}.`);
  return DONE;
}

/** `calm extension trust`: whoever types this has been told. */
export async function trustExtension({ screen, env }: Context, id: string): Promise<number> {
  const folder = neededFolder(env);
  await assertInstalled(folder, id);
  const { manifest } = await readExtension(placeOf(folder, id), true);
  const adds = contributedIds(manifest).join(', ');
  if (!hasCode(manifest)) {
    await screen.print(`${id} has no code to trust. What it adds can be used: ${adds}.\n`);
    return DONE;
  }
  await rememberTrust(folder, id, await contentHash(placeOf(folder, id)), true);
  await screen.print(
    `The code of ${id} may run, with all your rights, until it changes. It adds ${adds}.\n`,
  );
  return DONE;
}

/** `calm extension disable` and `enable`. */
export async function switchExtension(
  { screen, env }: Context,
  id: string,
  on: boolean,
): Promise<number> {
  const folder = neededFolder(env);
  await assertInstalled(folder, id);
  const state = await readState(folder);
  const others = state.disabled.filter((each) => each !== id);
  await writeState(folder, { ...state, disabled: on ? others : [...others, id].sort() });
  await screen.print(`${id} is ${on ? 'enabled' : 'disabled'}.\n`);
  return DONE;
}

/** `calm extension set`. */
export async function setSetting(
  { screen, env }: Context,
  id: string,
  name: string,
  text: string,
): Promise<number> {
  const folder = neededFolder(env);
  await assertInstalled(folder, id);
  const found = await readExtension(placeOf(folder, id), true);
  const state = await readState(folder);
  const declared = found.manifest.calm.contributes.settings ?? {};
  const value = valueOf(text, declared[name]);
  const settings = { ...state.settings[id], [name]: value };
  settingsOf(found, settings);
  await writeState(folder, { ...state, settings: { ...state.settings, [id]: settings } });
  await screen.print(`${name} of ${id} is ${printable(String(value))}.\n`);
  return DONE;
}

/** `calm extension list`: what is installed. Nothing of it runs. */
export async function listExtensions(
  context: Context,
  flags: { readonly format: 'text' | 'json'; readonly settings?: boolean },
): Promise<number> {
  const { screen, env } = context;
  const folder = neededFolder(env);
  const listed = await listInstalled(folder);
  if (flags.format === 'json') {
    await screen.print(`${jsonLine({ extensions: listed.map(documented) })}\n`);
  } else if (listed.length === 0) {
    await screen.print('No extension is installed.\n');
    screen.notice(
      'To begin one: calm extension create NAME. To install one: calm extension install.',
    );
  } else {
    const lines = flags.settings === true ? settingsLines(listed) : listLines(listed, context);
    await screen.print(lines.map((line) => `${line}\n`).join(''));
    if (lines.length === 0) screen.notice('None of them has settings.');
  }
  let damaged = false;
  for (const { found } of listed) {
    if (!(found instanceof CalmError)) continue;
    damaged = true;
    screen.problem(`${found.message} ${found.hint}`);
  }
  return statusOf(context, damaged ? FAILED : DONE);
}

function documented(each: Listed): object {
  const { id, found, enabled, standing, settings } = each;
  if (found instanceof CalmError) return { id, status: 'problem', enabled, error: found.toInfo() };
  const { version, displayName } = found.manifest;
  return {
    id,
    status: 'ok',
    version,
    displayName: displayName ?? null,
    enabled,
    trusted: standing === undefined ? null : standing === 'trusted',
    contributes: contributedIds(found.manifest),
    settings,
    folder: found.folder,
  };
}

function listLines(listed: readonly Listed[], { screen }: Context): string[] {
  const columns = [
    { title: 'Extension' },
    { title: 'Version' },
    { title: 'State' },
    { title: 'Adds', cut: 'end' },
  ] as const;
  const rows = listed.map((each) => {
    const { id, found } = each;
    const known = !(found instanceof CalmError);
    return [
      id,
      known ? found.manifest.version : '',
      stateOf(each),
      known ? contributedIds(found.manifest).join(', ') : '',
    ].map(printable);
  });
  return table(columns, rows, screen.width, (line) => screen.colours.bold(line));
}

function settingsLines(listed: readonly Listed[]): string[] {
  return listed.flatMap(({ id, found, settings }) => {
    if (found instanceof CalmError) return [];
    const declared = Object.entries(found.manifest.calm.contributes.settings ?? {});
    return declared.map(
      ([name, { description }]) =>
        `${id} ${name} = ${printable(`${String(settings[name])}   ${description}`)}`,
    );
  });
}
