/** `calm install` and `calm uninstall`: plug-ins for programs that have the engine assess what they show. */
import type { Command } from 'commander';
import {
  installFigma,
  installLightroom,
  uninstallFigma,
  uninstallLightroom,
  type PlaceFlags,
} from './commands/install.js';
import type { Context } from './context.js';

export function addInstall(
  program: Command,
  context: Context,
  ends: (work: Promise<number>) => Promise<void>,
): void {
  const install = program
    .command('install')
    .summary('put the plug-in for Lightroom, or the panel for Figma, in place')
    .description('Put a plug-in in place.');
  install
    .command('lightroom')
    .description(
      'Put the plug-in where Lightroom Classic finds it, in place of an older one, and tell it where this program is.',
    )
    .option('--to <folder>', 'into this folder instead, to add it in the Plug-in Manager')
    .action((flags: PlaceFlags) => ends(installLightroom(context, flags)));
  install
    .command('figma')
    .description(
      'Put the panel into the data folder, in place of an older one, and say where its manifest is, which Figma is to import.',
    )
    .option('--to <folder>', 'into this folder instead')
    .action((flags: PlaceFlags) => ends(installFigma(context, flags)));
  const uninstall = program
    .command('uninstall')
    .summary('take one away')
    .description('Take a plug-in away.');
  uninstall
    .command('lightroom')
    .description('Take the plug-in out of Lightroom Classic. What it wrote stays in catalogues.')
    .option('--to <folder>', 'out of this folder instead')
    .action((flags: PlaceFlags) => ends(uninstallLightroom(context, flags)));
  uninstall
    .command('figma')
    .description('Take the panel out of the data folder. What it wrote stays in Figma’s files.')
    .option('--to <folder>', 'out of this folder instead')
    .action((flags: PlaceFlags) => ends(uninstallFigma(context, flags)));
}
