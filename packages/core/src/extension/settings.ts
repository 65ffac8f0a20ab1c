import { CalmError } from '../protocol/errors.js';
import type { Setting } from '../protocol/generated/extension.js';
import type { FoundExtension } from './manifest.js';

export type SettingValue = string | number | boolean;

/** Settings by name. */
export type SettingValues = Readonly<Record<string, SettingValue>>;

/**
 * Every setting that a manifest declares: as it was set, or its default.
 *
 * @throws CalmError `extension-failed` for a setting that it does not declare, or a value that it does not take
 */
export function settingsOf({ id, manifest }: FoundExtension, given: SettingValues): SettingValues {
  const declared = manifest.calm.contributes.settings ?? {};
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(declared, name));
  if (unknown !== undefined) {
    const names = Object.keys(declared);
    const known = names.length === 0 ? 'and no other' : `there are ${names.join(', ')}`;
    throw wrong(id, `it has no setting "${unknown}", ${known}`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, setting]) => {
      const value = given[name] ?? setting.default;
      const problem = whyNot(value, setting);
      if (problem !== undefined) throw wrong(id, `its setting ${name} ${problem}`);
      return [name, value];
    }),
  );
}

/** Why a value is none of a setting. */
export function whyNot(value: SettingValue, setting: Setting): string | undefined {
  const { type, minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = setting;
  const whole = type === 'integer';
  if (typeof value !== (whole ? 'number' : type) || (whole && !Number.isInteger(value))) {
    return `must be ${whole ? 'a whole number' : `a ${type}`}, not ${JSON.stringify(value)}`;
  }
  if (setting.enum !== undefined && !setting.enum.some((each) => each === value)) {
    return `must be one of ${setting.enum.join(', ')}, not ${String(value)}`;
  }
  if (typeof value === 'number' && !(value >= minimum && value <= maximum)) {
    return `must be between ${minimum} and ${maximum}, not ${value}`;
  }
  if (typeof value === 'string' && value.length > maxLength) {
    return `must have at most ${maxLength} characters`;
  }
  return undefined;
}

function wrong(id: string, what: string): CalmError {
  return new CalmError('extension-failed', `The extension ${id} is set up wrongly: ${what}.`, {
    hint: 'Its manifest tells which settings there are: calm extension list --settings.',
  });
}
