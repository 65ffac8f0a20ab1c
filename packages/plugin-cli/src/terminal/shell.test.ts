import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { quoted } from './shell.js';

describe('a name in a command', () => {
  it.skipIf(process.platform === 'win32')('is one word to a shell, and nothing is run', () => {
    const names = [
      'My taste',
      'a.jpg',
      'Anna\'s "best"',
      '$(id)`id`',
      'wow!',
      'a\\b c',
      "it's; ls",
    ];
    const said = execFileSync('sh', [
      '-c',
      `printf '%s\\n' ${names.map((each) => quoted(each)).join(' ')}`,
    ]);
    expect(said.toString().trimEnd().split('\n')).toEqual(names);
  });

  it('stays as it is where it can', () => {
    expect(quoted('shoot/a-1.jpg')).toBe('shoot/a-1.jpg');
    expect(quoted('My taste')).toBe('"My taste"');
  });
});
