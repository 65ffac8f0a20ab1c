/** What is installed, and how each stands, without running any of it. */
import {
  CalmError,
  hasCode,
  readExtension,
  settingsOf,
  type FoundExtension,
  type SettingValue,
} from '@calm-sdk/core';
import { installedIds, placeOf } from './installed.js';
import { standingOf, type Standing } from './open.js';
import { readState } from './state.js';

/** An extension that is installed. */
export interface Listed {
  readonly id: string;
  readonly found: FoundExtension | CalmError;
  readonly enabled: boolean;
  /** None where there is no code. */
  readonly standing?: Standing;
  readonly settings: Readonly<Record<string, SettingValue>>;
}

/** All that are installed, in the order of their ids. */
export async function listInstalled(folder: string): Promise<readonly Listed[]> {
  const ids = await installedIds(folder);
  return Promise.all(ids.map((id) => listedAs(folder, id)));
}

async function listedAs(folder: string, id: string): Promise<Listed> {
  const { disabled, settings } = await readState(folder);
  const enabled = !disabled.includes(id);
  try {
    const found = await readExtension(placeOf(folder, id), true);
    return {
      id,
      found,
      enabled,
      settings: settingsOf(found, settings[id] ?? {}),
      ...(hasCode(found.manifest) ? { standing: await standingOf(folder, id) } : {}),
    };
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    return { id, found: error, enabled, settings: {} };
  }
}

const STANDINGS = {
  trusted: 'trusted',
  refused: 'not trusted',
  changed: 'changed, not trusted',
  unasked: 'not trusted',
} as const;

/** In a word or two. */
export function stateOf({ found, enabled, standing }: Listed): string {
  if (found instanceof CalmError) return 'damaged';
  if (!enabled) return 'disabled';
  return standing === undefined ? 'no code' : STANDINGS[standing];
}
