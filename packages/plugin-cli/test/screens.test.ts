/** What a person sees, to the letter, on terminals of three widths. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import stringWidth from 'string-width';
import { assessment, calm, type Outcome } from './stand-in-engine.js';

let folder: string;
const back = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-screens-'));
  for (const name of [
    'bride-arch.jpg',
    'a-very-long-name-of-a-photograph-from-the-second-day-0001.jpg',
    '婚礼の写真.jpg',
    'escape\u001b[31m\n.jpg',
  ]) {
    writeFileSync(path.join(folder, name), '');
  }
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(back);
  rmSync(folder, { recursive: true });
});

const widest = ({ stdout }: Outcome): number =>
  Math.max(...stdout.split('\n').map((line) => stringWidth(line)));

describe.each([60, 80, 120])('on %i columns', (columns) => {
  it('shows one picture', async () => {
    const outcome = await calm(['assess', 'bride-arch.jpg', '--no-cache'], { columns });
    expect(outcome.status).toBe(0);
    expect(widest(outcome)).toBeLessThanOrEqual(columns);
    await expect(outcome.stdout).toMatchFileSnapshot(`screens/one-${columns}.txt`);
  });

  it('shows one picture in full', async () => {
    const outcome = await calm(
      ['assess', 'bride-arch.jpg', '--no-cache', '--detail', 'full', '--min-score', '7.5'],
      { columns },
    );
    expect(outcome.status).toBe(1);
    // A checksum is never cut: it is there to be copied.
    const { stdout } = outcome;
    expect(widest({ ...outcome, stdout: stdout.replace(/SHA-256.*/, '') })).toBeLessThanOrEqual(
      columns,
    );
    await expect(outcome.stdout).toMatchFileSnapshot(`screens/full-${columns}.txt`);
  });

  it('shows several pictures, names of any script in their column', async () => {
    const outcome = await calm(['assess', '.', '--no-cache'], {
      columns,
      say: (name) => assessment(name, { abstained: name.startsWith('婚') }),
    });
    expect(widest(outcome)).toBeLessThanOrEqual(columns);
    const lines = outcome.stdout.trimEnd().split('\n').slice(1);
    // The score stands in the same cells of every line.
    const places = lines.map((line) => stringWidth(line.slice(0, line.search(/ 7\.1/))));
    expect(new Set(places).size).toBe(1);
    await expect(outcome.stdout).toMatchFileSnapshot(`screens/several-${columns}.txt`);
  });

  it('ranks a folder', async () => {
    const outcome = await calm(['rank', '.', '--no-cache'], {
      columns,
      say: (name) =>
        assessment(name, {
          value: name.length % 7,
          domain: name.startsWith('b') ? 'interface' : 'photograph',
        }),
    });
    expect(widest(outcome)).toBeLessThanOrEqual(columns);
    await expect(outcome.stdout).toMatchFileSnapshot(`screens/rank-${columns}.txt`);
  });
});

describe('in German', () => {
  const say = (name: string) =>
    assessment(name, {
      value: name.length % 7,
      domain: name.startsWith('b') ? 'interface' : 'photograph',
      abstained: name.startsWith('婚'),
    });

  it('shows several pictures', async () => {
    const { stdout } = await calm(['assess', '.', '--no-cache', '--language', 'de'], {
      columns: 120,
      say,
    });
    await expect(stdout).toMatchFileSnapshot('screens/several-de-120.txt');
  });

  it('ranks a folder', async () => {
    const { stdout } = await calm(['rank', '.', '--no-cache', '--language', 'de', '--top', '2'], {
      columns: 120,
      say,
    });
    await expect(stdout).toMatchFileSnapshot('screens/rank-de-120.txt');
  });
});

describe('a terminal', () => {
  it('never receives what a file name could do to it', async () => {
    for (const format of ['text', 'json', 'jsonl']) {
      const { stdout, stderr } = await calm(['assess', '.', '--no-cache', '--format', format], {
        columns: 80,
      });
      // eslint-disable-next-line no-control-regex
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  it.each([
    [{}, 80, true],
    [{}, undefined, false],
    [{ NO_COLOR: '1' }, 80, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, 80, false],
    [{ FORCE_COLOR: '1' }, undefined, true],
    [{ FORCE_COLOR: '0' }, 80, false],
    [{ TERM: 'dumb' }, 80, false],
  ])('with %j and width %s has colour: %s', async (env, columns, coloured) => {
    const { stdout } = await calm(['assess', 'bride-arch.jpg', '--no-cache'], {
      env,
      ...(columns === undefined ? {} : { columns }),
    });
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });

  it('is told that the model is not sure instead of a score', async () => {
    const { stdout } = await calm(['assess', 'bride-arch.jpg', '--no-cache'], {
      columns: 80,
      say: (name) => assessment(name, { abstained: true }),
    });
    expect(stdout).toContain('not sure');
    expect(stdout).not.toContain('better than');
  });

  it('keeps columns apart where a value reaches 10, and the ends of a name that is cut', async () => {
    const { stdout } = await calm(['assess', '.', '--no-cache'], {
      columns: 80,
      say: (name) => assessment(name, { value: 9.4 }),
    });
    expect(stdout).toContain('  8.8 to 10.0  ');
    expect(stdout).toMatch(/^a-very\S*…\S*0001\.jpg /m);
  });

  it('that is none gets whole names', async () => {
    const { stdout } = await calm(['assess', '.', '--no-cache']);
    expect(stdout).toContain('a-very-long-name-of-a-photograph-from-the-second-day-0001.jpg');
  });
});
