/** "Score with CALM" at export, learning, collections and the Plug-in Manager, with the real engine. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { Computer, type Report } from './lightroom.js';
import { shoot, type Shot } from './shoot.js';

const hasLua = isPresent('lua-socket');
let computer: Computer;
let shots: Shot[];

beforeAll(async () => {
  if (!hasLua) return;
  computer = await Computer.make();
  shots = await shoot(path.join(computer.folder, 'Hochzeit Müller & Söhne'), 200, 1100);
  await computer.startEngine();
}, 300_000);

afterAll(() => (hasLua ? computer[Symbol.asyncDispose]() : undefined));

const settings = (more: Record<string, string> = {}) => ({
  calm_withoutEngine: 'warn',
  calm_least: '',
  ...more,
});

const scored = (report: Report) =>
  report.photos.filter(({ fields }) => fields['state'] === 'current');

function expectUnaltered(report: Report): void {
  expect(report.errors).toEqual([]);
  expect(report.undoSteps).toEqual([]);
  for (const { renditions } of report.exports) {
    for (const rendition of renditions) expect(rendition.unaltered).toBe(true);
  }
}

describe.skipIf(!hasLua)('scoring at export [needs lua-socket]', () => {
  it('scores 200 files in two exports at once, from full size, and alters none', async () => {
    const report = await computer.run('export', {
      photos: shots,
      catalogue: 'exports',
      exports: [settings(), settings()],
    });
    expectUnaltered(report);
    expect(
      report.exports.map(({ renditions }) => renditions.filter(({ success }) => success).length),
    ).toEqual([100, 100]);
    expect(scored(report)).toHaveLength(200);
    expect(new Set(report.photos.map(({ fields }) => fields['from']))).toEqual(new Set(['export']));
    expect(report.dialogs.filter(({ kind }) => kind !== 'export')).toEqual([]);
    const json = await computer.calm('assess', shots[3]!.path, '--format', 'json');
    const { results } = JSON.parse(json) as { results: { score: { value: number } }[] };
    expect(report.photos[3]?.fields['value']).toBe(results[0]?.score.value.toFixed(2));
  }, 300_000);

  it('leaves out what scores less, and exports what has no score', async () => {
    const photos = shots.slice(0, 4).map((shot, index) => ({
      ...shot,
      fields: index === 0 ? {} : { value: ['', '4.90', '5.00', '8.10'][index], state: 'current' },
    }));
    const report = await computer.run('export', {
      photos,
      catalogue: 'least',
      exports: [settings({ calm_least: '5' })],
    });
    expectUnaltered(report);
    expect(report.exports[0]?.renditions).toHaveLength(3);
    expect(report.exports[0]?.leftOut).toHaveLength(1);
  });

  it('keeps what a busy catalogue does not take', async () => {
    const report = await computer.run('export', {
      photos: shots.slice(0, 3),
      catalogue: 'held',
      exports: [settings()],
      holdsCatalogue: true,
    });
    expectUnaltered(report);
    expect(report.exports[0]?.renditions.every(({ success }) => success)).toBe(true);
    // The export holds the catalogue until its filter has ended.
    expect(report.dialogs.at(-1)?.info).toContain('3 scores are kept');
  }, 120_000);

  describe('without an engine', () => {
    let other: Computer;
    beforeAll(async () => {
      other = await Computer.make();
    });
    afterAll(() => other[Symbol.asyncDispose]());

    it.each([
      ['skip', 3, 0],
      ['warn', 3, 1],
      ['stop', 0, 1],
    ])('%s', async (calm_withoutEngine, exported, told) => {
      const report = await other.run('export', {
        photos: shots.slice(0, 3),
        catalogue: calm_withoutEngine,
        exports: [settings({ calm_withoutEngine })],
      });
      expectUnaltered(report);
      expect(report.exports[0]?.renditions.filter(({ success }) => success)).toHaveLength(exported);
      expect(report.dialogs.filter(({ kind }) => kind !== 'export')).toHaveLength(told);
      expect(report.writes).toEqual([]);
    });
  });
});

describe.skipIf(!hasLua)('teaching [needs lua-socket]', () => {
  it('says stars and flags once, leaves them alone, and scores with them', async () => {
    const photos = shots.slice(0, 30);
    const report = await computer.run('teach', {
      photos,
      catalogue: 'teach',
      choose: 'How much I like a photograph, from 1 to 5',
    });
    expect(report.errors).toEqual([]);
    expect(report.undoSteps).toEqual([]);
    expect(report.photos.map(({ rating, pickStatus }) => [rating, pickStatus])).toEqual(
      photos.map(({ rating, pickStatus }) => [rating, pickStatus]),
    );
    // Of six photographs five have stars, of five one is picked and one rejected; the flag of a rejected one counts in place of its stars.
    const opinions = photos.filter(
      ({ rating, pickStatus }) => rating !== undefined || pickStatus !== 0,
    ).length;
    const told = report.dialogs
      .filter(({ kind }) => kind === 'message')
      .map(({ message }) => message);
    expect(told).toEqual([
      `${opinions} opinions are noted in “Weddings”.`,
      '0 opinions are noted in “Weddings”.',
    ]);
    const profiles = await computer.calm('taste', 'profiles', '--format', 'json');
    expect(profiles).toContain('Weddings');
    expect(report.photos.every(({ fields }) => /^\d\.\d \(/u.test(fields['mine'] ?? ''))).toBe(
      true,
    );
  }, 120_000);
});

describe.skipIf(!hasLua)('smart collections [needs lua-socket]', () => {
  it('unite the points from so many on, and may be made again', async () => {
    const photos = shots.slice(0, 6).map((shot, index) => ({
      ...shot,
      fields: {
        band: String(index + 4),
        weakness: index === 0 ? 'noise' : 'none',
        state: 'current',
      },
    }));
    const report = await computer.run('score', {
      photos,
      catalogue: 'collections',
      times: 0,
      andThen: ['MakeCollections.lua', 'MakeCollections.lua'],
    });
    expect(report.errors).toEqual([]);
    const found = Object.fromEntries(
      report.collections.map(({ path: name, photos: members }) => [name, members?.length]),
    );
    const in_ = (part: string) => Object.entries(found).filter(([name]) => name.endsWith(part));
    expect(in_('Score 7 and above')).toHaveLength(1);
    expect(in_('Score 7 and above')[0]?.[1]).toBe(3);
    expect(in_('Score below 5')[0]?.[1]).toBe(1);
    expect(in_('Main weakness: Noise')[0]?.[1]).toBe(1);
    expect(in_('Could not be scored')[0]?.[1]).toBe(0);
  });
});

describe.skipIf(!hasLua)('the Plug-in Manager [needs lua-socket]', () => {
  it('starts the engine, and later by itself where that is allowed', async () => {
    await using other = await Computer.make();
    const report = await other.run('manager', {
      photos: shots.slice(0, 2),
      catalogue: 'manager',
      executes: true,
    });
    expect(report.errors).toEqual([]);
    const seen = report['seen'] as { absent: string; found: string };
    expect(seen.absent).toContain('The CALM engine is not running.');
    expect(seen.found).toMatch(/answers on http:\/\/localhost:\d+, with the model calm-nano/u);
    expect(scored(report)).toHaveLength(2);
    expect(report.commands).toHaveLength(2);
    expect(report.commands[0]).toMatch(/^'.*node' '.*main\.js' serve >\/dev\/null 2>&1 &$/u);
  }, 180_000);

  it('starts it as Windows starts programs', async () => {
    await using other = await Computer.make();
    const report = await other.run('manager', {
      photos: shots.slice(0, 2),
      catalogue: 'manager',
      executes: true,
      system: 'windows',
    });
    expect(report.errors).toEqual([]);
    expect(scored(report)).toHaveLength(2);
    expect(report.commands[0]).toMatch(/^"start "" \/b ".*node" ".*main\.js" serve"$/u);
  }, 180_000);
});
