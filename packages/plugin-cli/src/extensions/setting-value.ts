import type { Setting, SettingValue } from '@calm-sdk/core';

/** A text as the type of a setting has it; what is none stays a text, and is refused as that. */
export function valueOf(text: string, setting: Setting | undefined): SettingValue {
  switch (setting?.type) {
    case 'boolean':
      return text === 'true' || (text === 'false' ? false : text);
    case 'integer':
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
    default:
      return text;
  }
}
