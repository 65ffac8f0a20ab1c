/** `calm install` and `calm uninstall`: plug-ins for programs that have the engine assess what they show. */
import type { Command } from 'commander';
import { installLightroom, uninstallLightroom, type PlaceFlags } from './commands/install.js';
import type { Context } from './context.js';

export function addInstall(
  program: Command,
  context: Context,
  ends: (work: Promise<number>) => Promise<void>,
): void {
  program
    .command('install')
    .summary('put the plug-in for Lightroom in place')
    .description('Put a plug-in in place.')
    .command('lightroom')
    .description(
      'Put the plug-in where Lightroom Classic finds it, in place of an older one, and tell it where this program is.',
    )
    .option('--to <folder>', 'into this folder instead, to add it in the Plug-in Manager')
    .action((flags: PlaceFlags) => ends(installLightroom(context, flags)));
  program
    .command('uninstall')
    .summary('take it away')
    .description('Take a plug-in away.')
    .command('lightroom')
    .description('Take the plug-in out of Lightroom Classic. What it wrote stays in catalogues.')
    .option('--to <folder>', 'out of this folder instead')
    .action((flags: PlaceFlags) => ends(uninstallLightroom(context, flags)));
}
