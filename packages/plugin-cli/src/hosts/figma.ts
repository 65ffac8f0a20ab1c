/** Figma's panel: a folder that Figma's desktop program is told of once, and then reads anew each time. */
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CalmError } from '@calm-sdk/core';
import { isMissing } from '../files.js';

const PANEL = 'calm-figma';
const FILES = ['manifest.json', 'main.js', 'ui.html'];

/**
 * Puts the panel into a folder, in place of an older one. What was there stays until the new one is whole.
 *
 * @returns its manifest, which Figma wants to be shown
 * @throws CalmError where the panel is not built, or the folder cannot be written
 */
export async function installPanel(folder: string): Promise<string> {
  const panel = path.join(folder, PANEL);
  const unfinished = `${panel}.${process.pid}`;
  const built = await builtPanel();
  try {
    await mkdir(unfinished, { recursive: true });
    for (const file of FILES) await cp(path.join(built, file), path.join(unfinished, file));
    await rm(panel, { recursive: true, force: true });
    await rename(unfinished, panel);
  } catch (error) {
    throw new CalmError('file-unreadable', `${panel} cannot be written: ${String(error)}`, {
      hint: 'Give yourself the right to write there, or name another folder: --to FOLDER.',
      cause: error,
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return path.join(panel, 'manifest.json');
}

/** Whether there was one to remove. */
export async function removePanel(folder: string): Promise<boolean> {
  const panel = path.join(folder, PANEL);
  try {
    // Only what is a panel of ours.
    await readFile(path.join(panel, 'manifest.json'));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  await rm(panel, { recursive: true });
  return true;
}

async function builtPanel(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@calm-sdk/plugin-figma/package.json');
  const built = path.join(path.dirname(manifest), 'dist');
  try {
    await readFile(path.join(built, 'ui.html'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CalmError('file-not-found', `${built} is not built.`, {
      hint: 'In the repository, build it first: npm run build.',
      cause: error,
    });
  }
  return built;
}
