import type { Settings } from '../messages.js';

const KEY = 'settings';

/** What the panel keeps on this computer: nothing of it is in the document. */
export async function readSettings(): Promise<Settings> {
  const kept: unknown = await figma.clientStorage.getAsync(KEY);
  if (typeof kept !== 'object' || kept === null) return {};
  return {
    ...('token' in kept && typeof kept.token === 'string' ? { token: kept.token } : {}),
    ...('profile' in kept && typeof kept.profile === 'string' ? { profile: kept.profile } : {}),
  };
}

export async function keepSettings(settings: Settings): Promise<void> {
  await figma.clientStorage.setAsync(KEY, settings);
}
