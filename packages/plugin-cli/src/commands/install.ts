/** `calm install` and `calm uninstall`, of Lightroom's plug-in and of Figma's panel. */
import path from 'node:path';
import { DONE, FAILED, statusOf, type Context } from '../context.js';
import { installPanel, removePanel } from '../hosts/figma.js';
import { installPlugin, modulesFolder, ownProgram, removePlugin } from '../hosts/lightroom.js';
import { serverFolder } from '../server/files.js';
import { printable } from '../terminal/printable.js';

export interface PlaceFlags {
  readonly to?: string;
}

export async function installLightroom(context: Context, flags: PlaceFlags): Promise<number> {
  const folder = folderOf(context, flags);
  if (folder === undefined) return noLightroom(context);
  const { screen, env } = context;
  const plugin = await installPlugin(folder, env);
  if (/[\\/]_npx[\\/]/u.test(ownProgram())) {
    screen.problem(
      'this program is in a cache that npm clears, and the plug-in will then not find it. Install it for good, then do this again: npm install --global @calm-sdk/cli',
    );
  }
  await screen.print(`${printable(plugin)}\n`);
  screen.notice(
    flags.to === undefined
      ? 'Restart Lightroom, and look under Library > Plug-in Extras.'
      : 'Add it in Lightroom: File > Plug-in Manager > Add.',
  );
  screen.notice('The engine answers while this runs: calm serve');
  return statusOf(context, DONE);
}

export async function uninstallLightroom(context: Context, flags: PlaceFlags): Promise<number> {
  const folder = folderOf(context, flags);
  if (folder === undefined) return noLightroom(context);
  if (!(await removePlugin(folder))) {
    context.screen.problem(`there is no plug-in of CALM in ${printable(folder)}.`);
    return statusOf(context, FAILED);
  }
  await context.screen.print('The plug-in is gone. What it wrote stays in your catalogues.\n');
  return statusOf(context, DONE);
}

export async function installFigma(context: Context, { to }: PlaceFlags): Promise<number> {
  const { screen, env } = context;
  const manifest = await installPanel(to === undefined ? serverFolder(env) : path.resolve(to));
  await screen.print(`${printable(manifest)}\n`);
  screen.notice(
    'In Figma’s desktop app: Plugins > Development > Import plugin from manifest…, and choose this file.',
  );
  screen.notice(
    'The panel judges layers by itself. Its impression score comes from the engine: run calm serve, and once calm pair.',
  );
  return statusOf(context, DONE);
}

export async function uninstallFigma(context: Context, { to }: PlaceFlags): Promise<number> {
  const { screen, env } = context;
  const folder = to === undefined ? serverFolder(env) : path.resolve(to);
  if (!(await removePanel(folder))) {
    screen.problem(`there is no panel of CALM in ${printable(folder)}.`);
    return statusOf(context, FAILED);
  }
  await screen.print(
    'The panel is gone. Remove it in Figma, too: Plugins > Development > Manage plugins in development.\n',
  );
  return statusOf(context, DONE);
}

function folderOf({ env }: Context, { to }: PlaceFlags): string | undefined {
  return to === undefined ? modulesFolder(env, process.platform) : path.resolve(to);
}

function noLightroom(context: Context): number {
  context.screen.problem(
    'Lightroom does not run on this system. To take the plug-in elsewhere: calm install lightroom --to FOLDER',
  );
  return statusOf(context, FAILED);
}
