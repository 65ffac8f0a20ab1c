/** What the person has chosen, kept by Lightroom. */
const LrPrefs = lrImport('LrPrefs');

/** What an export does where the engine is away. */
export type WithoutEngine = 'skip' | 'warn' | 'stop';

export interface Settings {
  /** Whether the plug-in may start the engine. */
  readonly startEngine: boolean;
  /** Name of the taste profile whose scores are told too; empty for none. */
  readonly profile: string;
  /** Whether edits are tried as well, which takes about ten times as long. */
  readonly suggest: boolean;
}

export function settings(): Settings {
  const kept = LrPrefs.prefsForPlugin();
  return {
    startEngine: kept['startEngine'] === true,
    profile: (kept['profile'] as string | undefined) ?? '',
    suggest: kept['suggest'] === true,
  };
}

export function keep(changed: Partial<Settings>): void {
  const kept = LrPrefs.prefsForPlugin();
  for (const [name, value] of pairs(changed)) kept[name] = value;
}
