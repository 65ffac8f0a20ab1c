/** `calm compare`: what it prints to the letter on an engine whose words are known, and as it is installed on the sample photographs. */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CalmError,
  type Assessment,
  type ComparedPair,
  type Comparison,
  type Contribution,
} from '@calm-sdk/core';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { end, type Ended } from './ended.js';
import { assessment, calm, measured, type Outcome, type Say } from './stand-in-engine.js';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const PHOTOS = fileURLToPath(new URL('../../../examples/photos', import.meta.url));

// A busy machine must not fail the tests of processes.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const back = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-compare-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(back);
  rmSync(folder, { recursive: true });
});

/** A picture of its own, whose contributions add up to its value. */
function picture(
  name: string,
  value: number,
  tilt: { part: number; text: string },
  changes: Parameters<typeof assessment>[1] = {},
): Assessment {
  const hundredths = Math.round((value - 5.58) * 100);
  const contributions: Contribution[] = [
    { attribute: 'noise', value: 0.03 },
    { attribute: 'warm-cast', value: -tilt.part / 2 },
    { attribute: 'cool-cast', value: tilt.part / 4 },
    { attribute: 'horizon-tilt', value: tilt.part },
  ];
  const explained = contributions.reduce((sum, part) => sum + Math.round(part.value * 100), 0);
  contributions.push({
    attribute: 'overall-impression',
    value: (hundredths - explained) / 100,
  });
  const whole = assessment(name, { ...changes, value, contributions });
  return {
    ...whole,
    picture: { ...whole.picture, sha256: createHash('sha256').update(name).digest('hex') },
    attributes: [
      measured('noise', 'σ 1.2 %', 0.9),
      measured('warm-cast', tilt.part < 0 ? 'none' : '24 mired too warm', 0.9),
      measured('cool-cast', 'none', 1),
      measured('horizon-tilt', tilt.text, 0.9),
    ],
  };
}

const LEVEL = { part: 0.12, text: '0.1°, lower on the left' };
const LEANING = { part: -0.28, text: '3.1°, lower on the right' };

const say: Say = (name) => {
  if (name.includes('broken')) {
    return new CalmError('damaged-image', `${name} is damaged.`, { hint: 'Copy it again.' });
  }
  if (name.includes('page')) return picture(name, 9, LEVEL, { domain: 'interface' });
  if (name.includes('strange')) return picture(name, 6, LEVEL, { abstained: true });
  if (name.includes('best')) return picture(name, 7.4, LEVEL);
  if (name.includes('rival')) return picture(name, 7.32, LEANING);
  return picture(name, 5.9, LEANING);
};

const compare = (names: readonly string[], more: Parameters<typeof calm>[1] = {}) =>
  calm(['compare', ...names, '--no-cache'], { say, ...more });

const json = async (...names: string[]): Promise<Comparison> =>
  JSON.parse((await compare([...names, '--format', 'json'])).stdout) as Comparison;

const widest = ({ stdout }: Outcome): number =>
  Math.max(...stdout.split('\n').map((line) => stringWidth(line)));

describe.each([60, 80, 120])('on %i columns', (columns) => {
  it('shows which of two is preferred, and why', async () => {
    const outcome = await compare(['shoot/plain.jpg', 'shoot/best.jpg'], { columns });
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(widest(outcome)).toBeLessThanOrEqual(columns);
    await expect(outcome.stdout).toMatchFileSnapshot(`screens/compare-two-${columns}.txt`);
  });

  it('shows the best of several against each other, and what does not compare', async () => {
    const outcome = await compare(
      ['plain.jpg', 'rival.jpg', 'page.png', 'best.jpg', 'strange.jpg'],
      { columns },
    );
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(widest(outcome)).toBeLessThanOrEqual(columns);
    await expect(outcome.stdout).toMatchFileSnapshot(`screens/compare-several-${columns}.txt`);
  });
});

describe('in German', () => {
  const german = (names: readonly string[]) =>
    compare([...names, '--language', 'de'], { columns: 80 });

  it('shows which of two is preferred, and why', async () => {
    const { stdout } = await german(['shoot/plain.jpg', 'shoot/best.jpg']);
    await expect(stdout).toMatchFileSnapshot('screens/compare-two-de-80.txt');
  });

  it('shows the best of several against each other, and what does not compare', async () => {
    const names = ['plain.jpg', 'rival.jpg', 'page.png', 'best.jpg', 'strange.jpg'];
    const { stdout } = await german(names);
    await expect(stdout).toMatchFileSnapshot('screens/compare-several-de-80.txt');
  });

  it('tells reasons in documents, too', async () => {
    const { stdout } = await german(['plain.jpg', 'best.jpg', '--format', 'json']);
    const { pairs } = JSON.parse(stdout) as Comparison;
    const [{ reasons }] = pairs as [ComparedPair];
    expect(reasons.map(({ text }) => text)).toContain('gefällt im Ganzen mehr');
  });
});

describe('the text', () => {
  it('has parts that add up as they are shown', async () => {
    const { stdout } = await compare(['plain.jpg', 'best.jpg']);
    const [, first, second] = /^Why (\d\.\d) against (\d\.\d)/mu.exec(stdout)!;
    const parts = [...stdout.matchAll(/^ {2}([+−]\d\.\d) {2}/gmu)].map(([, part = '']) =>
      Number(part.replace('−', '-')),
    );
    expect(parts.length).toBeGreaterThan(1);
    const sum = parts.reduce((total, part) => total + part, 0);
    expect(sum).toBeCloseTo(Number(first) - Number(second), 9);
  });

  it('says it when neither is preferred', async () => {
    const { stdout } = await compare(['best.jpg', 'rival.jpg']);
    expect(stdout).toMatch(
      /^best\.jpg and rival\.jpg are too close to call, 5\d % for best\.jpg$/mu,
    );
    expect(stdout).not.toContain('preferred');
  });

  it('names pictures by their paths where their names are the same', async () => {
    const { stdout } = await compare(['one/best.jpg', 'two/plain.jpg', 'three/plain.jpg']);
    expect(stdout).toContain('one/best.jpg is preferred to two/plain.jpg, ');
  });

  it('says which is the better made where that is plain, compared or not', async () => {
    const rough: Say = async (name) => {
      const said = (await say(name)) as Assessment;
      return name.includes('best') ? { ...said, score: { ...said.score!, technical: 6.1 } } : said;
    };
    const remark = (name: string): string =>
      `By craft alone ${name} is ahead: technical score 8.4 against 6.1.`;
    for (const other of ['plain.jpg', 'page.png']) {
      expect((await compare(['best.jpg', other], { say: rough })).stdout).toContain(remark(other));
      expect((await compare(['best.jpg', other])).stdout).not.toContain('By craft alone');
    }
  });

  it('sets opposites off against each other, as for one picture', async () => {
    const { stdout } = await compare(['best.jpg', 'plain.jpg']);
    expect(stdout).toContain('warm cast');
    expect(stdout).not.toContain('cool cast');
  });
});

describe('what does not compare', () => {
  it('is said with the reason, and is no failure', async () => {
    const { status, stdout } = await compare(['best.jpg', 'page.png']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^best\.jpg and page\.png cannot be compared\n/u);
    expect(stdout).toMatch(/each\s+kind of picture has a scale of its own/u);
    expect(stdout).not.toContain('preferred');
  });

  it('a broken one costs one line, and the others are compared', async () => {
    const names = ['broken.jpg', 'best.jpg', 'plain.jpg'];
    const { status, stdout, stderr } = await compare(names);
    expect(status).toBe(1);
    expect(stderr).toBe('calm: broken.jpg is damaged. Copy it again.\n');
    expect(stdout).toMatch(/^best\.jpg is preferred to plain\.jpg, /u);
    const { pictures, failed } = await json(...names);
    expect(pictures.map(({ source }) => source.path)).toEqual(['best.jpg', 'plain.jpg']);
    expect(failed.map(({ error }) => error.code)).toEqual(['damaged-image']);
  });

  it('where one is left there is no comparison', async () => {
    const { status, stdout, stderr } = await compare(['broken.jpg', 'best.jpg']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('only one picture');
  });

  it('one picture alone, an empty name and a list are wrong usage', async () => {
    for (const [names, words] of [
      [['best.jpg'], 'name two or more'],
      [['best.jpg', ''], 'empty'],
      [['-', 'best.jpg'], 'standard input'],
    ] as const) {
      const { status, stdout, stderr } = await compare(names);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(words);
    }
  });
});

describe('as a process', () => {
  async function run(...names: string[]): Promise<Ended> {
    const child = spawn(process.execPath, [PROGRAM, 'compare', ...names], {
      cwd: PHOTOS,
      env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), NO_COLOR: '1' },
    });
    return end(child);
  }

  it('prefers a flower to a rocket, whichever comes first, and gives the same numbers', async () => {
    const pair = async (...names: string[]): Promise<ComparedPair> => {
      const { status, stdout } = await run(...names, '--format', 'json');
      expect(status).toBe(0);
      const { pictures, order, pairs } = JSON.parse(stdout) as Comparison;
      expect(pictures[order[0]!]!.source.path).toBe('dahlia.jpg');
      return pairs[0] as ComparedPair;
    };
    const one = await pair('dahlia.jpg', 'rocket.jpg');
    const other = await pair('rocket.jpg', 'dahlia.jpg');
    expect(other).toEqual({ ...one, first: 1, second: 0 });
    expect(one.probability).toBeGreaterThan(0.8);
    const sum = one.reasons.reduce((all, reason) => all + Math.round(reason.difference * 100), 0);
    expect(sum).toBe(Math.round(one.difference * 100));
    expect(one.reasons.find(({ attribute }) => attribute === 'vignetting')).toMatchObject({
      text: 'has less vignetting',
      first: expect.stringMatching(/^corners \d\.\d EV/u) as string,
    });
  });

  it('counts the same bytes once, under whatever name', async () => {
    const copy = path.join(folder, 'copy.jpg');
    copyFileSync(path.join(PHOTOS, 'cat.png'), copy);
    const alone = await run('cat.png', copy);
    expect(alone).toMatchObject({ status: 1, stdout: '' });
    expect(alone.stderr).toContain(`${copy} is the same picture as cat.png, byte for byte`);
    const named = await run('cat.png', 'cat.png');
    expect(named).toMatchObject({ status: 1, stdout: '' });
    const others = await run('cat.png', copy, 'coffee.png');
    expect(others.status).toBe(0);
    expect(others.stdout).toMatch(/cat\.png .* coffee\.png/u);
  });

  it('goes on past what cannot be read', async () => {
    const damaged = path.join(folder, 'damaged.jpg');
    writeFileSync(damaged, readFileSync(path.join(PHOTOS, 'dahlia.jpg')).subarray(0, 900));
    const { status, stdout, stderr } = await run('gone.jpg', 'cat.png', damaged, 'coffee.png');
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toContain('gone.jpg does not exist');
    expect(stdout).toContain('coffee.png');
  });

  it('points to rank for a folder', async () => {
    const { status, stdout, stderr } = await run('cat.png', '.');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('calm rank .');
  });
});
