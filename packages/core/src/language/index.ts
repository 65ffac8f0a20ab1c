import { de } from './de/index.js';
import { en } from './en/index.js';
import type { Locale } from './locale.js';

/** The built-in languages. */
export const LOCALES: readonly Locale[] = [en, de];
