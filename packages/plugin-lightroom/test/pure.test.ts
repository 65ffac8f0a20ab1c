/** The plug-in's arithmetic and texts, as compiled to Lua 5.1. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { compile } from '../scripts/compile.mjs';

const here = import.meta.dirname;
const hasLua = isPresent('lua5.1');
let folder: string;
let lua: ChildProcessWithoutNullStreams;
let lines: AsyncIterator<string>;

beforeAll(async () => {
  if (!hasLua) return;
  folder = await mkdtemp(path.join(tmpdir(), 'calm-pure-'));
  const compiled = path.join(folder, 'pure.lua');
  compile(path.join(here, 'compiled/pure.ts'), compiled);
  lua = spawn('lua5.1', [path.join(here, 'pure.lua'), compiled]);
  lua.stderr.pipe(process.stderr);
  lines = createInterface(lua.stdout)[Symbol.asyncIterator]();
});

afterAll(async () => {
  if (!hasLua) return;
  lua.kill();
  await rm(folder, { recursive: true });
});

async function ask(call: string, value: unknown): Promise<string> {
  lua.stdin.write(`${JSON.stringify({ call, value })}\n`);
  const next = await lines.next();
  if (next.done === true) throw new Error('Lua has ended.');
  const answer = JSON.parse(next.value) as { value?: string; error?: string };
  if (answer.value === undefined) throw new Error(answer.error);
  return answer.value;
}

/** JSON without null, which Lua has no value for, and without empty arrays, which are its empty objects. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('any'), { minLength: 1, maxLength: 5 }),
    fc.dictionary(fc.string(), tie('any'), { maxKeys: 5 }),
  ),
})).any;

describe.skipIf(!hasLua)('JSON in Lua [needs lua5.1]', () => {
  it('reads and writes whatever JSON.parse does', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        // −0 is written as 0 by JSON.stringify.
        const sent = JSON.parse(JSON.stringify(given)) as unknown;
        expect(JSON.parse(await ask('roundTrip', sent))).toEqual(sent);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '{"a":1,}',
    '[1,]',
    '"\\ud800"',
    '"a\nb"',
    '{"a"}',
    'nul',
    '1 2',
    '',
    '[1 2]',
    '-',
    '[null]',
  ])('refuses %j', async (text) => {
    expect(await ask('refuses', text)).toBe('false');
  });
});

describe.skipIf(!hasLua)('texts for the catalogue [needs lua5.1]', () => {
  it('are at most 511 bytes and cut between characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 300, maxLength: 700 }),
        async (text) => {
          const cut = await ask('shortened', text);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(511);
          if (Buffer.byteLength(text) <= 511) expect(cut).toBe(text);
          else expect(text.startsWith(cut.replace(/…$/u, ''))).toBe(true);
          // What is cut within a character is read as this one.
          if (!text.includes('\ufffd')) expect(cut).not.toContain('\ufffd');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('tell score, band, strength, weakness and reasons', async () => {
    const assessment = {
      domain: { id: 'photograph', confidence: 1 },
      score: {
        value: 7.96,
        interval: { low: 6.5, high: 8.7, level: 0.8 },
        technical: 10,
        abstained: false,
        reasons: [
          { attribute: 'overall-impression', title: 'overall impression', value: 1.86 },
          { attribute: 'depth-separation', title: 'depth separation', value: 0.5 },
          { attribute: 'vignetting', title: 'no vignetting', value: 0.12 },
          { attribute: 'haze', title: 'no haze', value: 0.03 },
          { attribute: 'horizon-tilt', title: 'horizon tilt', value: -0.21 },
        ],
      },
      findings: [
        { attribute: 'shallow-depth-of-field', kind: 'style' },
        { attribute: 'depth-separation', kind: 'strength' },
        { attribute: 'acme.film-look', kind: 'weakness' },
      ],
      stamps: { model: { sha256: 'm' }, preprocessing: 'p', registry: 'r' },
    };
    expect(JSON.parse(await ask('texts', assessment))).toEqual({
      score: '8.0 (6.5–8.7)',
      band: '7',
      technical: '9',
      strength: 'depth-separation',
      // What an extension brought has no value in the enumeration.
      weakness: 'other',
      why: '+1.9 overall impression, +0.5 depth separation, +0.1 no vignetting, −0.2 horizon tilt',
      value: '7.96',
      kind: 'photograph',
      stamps: 'm/p/r',
    });
  });
});

describe.skipIf(!hasLua)('the size of a JPEG [needs lua5.1]', () => {
  it.each([
    [2048, 1365, { progressive: false }],
    [700, 1024, { progressive: true }],
    [1, 1, { progressive: false, mozjpeg: true }],
  ])('is read from %i × %i', async (width, height, options) => {
    const file = path.join(folder, 'size.jpg');
    await sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .withExif({ IFD0: { Artist: 'x'.repeat(5000) } })
      .jpeg(options)
      .toFile(file);
    expect(await ask('longestSide', file)).toBe(String(Math.max(width, height)));
  });

  it('is 0 of what is none', async () => {
    expect(await ask('longestSide', path.join(here, 'pure.lua'))).toBe('0');
  });
});

describe.skipIf(!hasLua)('what stars seem to mean [needs lua5.1]', () => {
  const counts = (stars: number[]) => ({
    photographs: 100,
    stars,
    unrated: 0,
    picked: 0,
    rejected: 0,
  });

  it('is quality where they are spread, keepers where nearly all are the same', async () => {
    expect(JSON.parse(await ask('supposed', counts([5, 10, 30, 12, 4])))).toEqual({
      kind: 'quality',
    });
    expect(JSON.parse(await ask('supposed', counts([0, 0, 0, 2, 40])))).toEqual({
      kind: 'keepers',
      from: 5,
    });
    expect(JSON.parse(await ask('supposed', counts([0, 0, 0, 0, 0])))).toEqual({ kind: 'nothing' });
  });
});
