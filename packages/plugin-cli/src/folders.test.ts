import { describe, expect, it } from 'vitest';
import { cacheFolder, dataFolder } from './folders.js';

describe('the cache lies where the platform keeps such things', () => {
  it.each([
    ['linux', { HOME: '/home/ann' }, '/home/ann/.cache/calm'],
    ['linux', { HOME: '/home/ann', XDG_CACHE_HOME: '/fast' }, '/fast/calm'],
    ['linux', { HOME: '/home/ann', XDG_CACHE_HOME: 'relative' }, '/home/ann/.cache/calm'],
    ['darwin', { HOME: '/Users/ann' }, '/Users/ann/Library/Caches/calm'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' },
      'C:\\Users\\ann\\AppData\\Local\\calm\\cache',
    ],
    ['linux', {}, undefined],
    ['linux', { HOME: 'relative' }, undefined],
  ] as const)('on %s with %j in %s', (platform, env, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder);
  });
});

describe('what a person adds lies where the platform keeps data', () => {
  it.each([
    ['linux', { HOME: '/home/ann' }, '/home/ann/.local/share/calm'],
    ['linux', { HOME: '/home/ann', XDG_DATA_HOME: '/data' }, '/data/calm'],
    ['darwin', { HOME: '/Users/ann' }, '/Users/ann/Library/Application Support/calm'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' },
      'C:\\Users\\ann\\AppData\\Local\\calm\\data',
    ],
    ['linux', {}, undefined],
  ] as const)('on %s with %j in %s', (platform, env, folder) => {
    expect(dataFolder(env, platform)).toBe(folder);
  });
});
