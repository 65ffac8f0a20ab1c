/** "Score selected" with the real engine over real HTTP. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { Computer, type Report } from './lightroom.js';
import { shoot, type Shot } from './shoot.js';

const MANY = 500;
const hasLua = isPresent('lua-socket');
let computer: Computer;
let shots: Shot[];

beforeAll(async () => {
  if (!hasLua) return;
  computer = await Computer.make();
  shots = await shoot(path.join(computer.folder, 'shoot'), MANY);
  await computer.startEngine();
}, 300_000);

afterAll(() => (hasLua ? computer[Symbol.asyncDispose]() : undefined));

/** What must hold whatever happens. */
function expectNoHarm(report: Report, photos: readonly Shot[]): void {
  expect(report.errors).toEqual([]);
  expect(report.warnings).toEqual([]);
  expect(report.writes.every(({ private: isPrivate }) => isPrivate)).toBe(true);
  expect(report.undoSteps).toEqual([]);
  expect(report.photos.map(({ rating, pickStatus }) => [rating, pickStatus])).toEqual(
    photos.map(({ rating, pickStatus }) => [rating, pickStatus]),
  );
}

const states = (report: Report): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { fields } of report.photos) {
    const state = fields['state'] ?? 'none';
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
};

describe.skipIf(!hasLua)('scoring a shoot [needs lua-socket]', () => {
  it(`scores ${MANY} photographs as the engine does, and touches nothing else`, async () => {
    const report = await computer.run('score', { photos: shots, catalogue: 'many' });
    expectNoHarm(report, shots);
    expect(states(report)).toEqual({ current: MANY });
    expect(report.dialogs.map(({ message }) => message)).toEqual([
      '500 of 500 photographs are scored.',
    ]);
    const [first] = report.photos;
    const json = await computer.calm('assess', shots[0]!.path, '--format', 'json');
    const { results } = JSON.parse(json) as { results: { score: { value: number } }[] };
    expect(first?.fields['value']).toBe(results[0]?.score.value.toFixed(2));
    expect(first?.fields['from']).toBe('preview');
    // Places from 1 on, as many as there are photographs of a kind; equal scores share one.
    const ranked = report.photos.map(({ fields }) =>
      /^(\d+) of (\d+), \d{4}-\d\d-\d\d$/u.exec(fields['rank'] ?? ''),
    );
    expect(ranked.every((match) => match !== null)).toBe(true);
    const best = report.photos.toSorted(
      (a, b) => Number(b.fields['value']) - Number(a.fields['value']),
    )[0];
    expect(best?.fields['rank']).toMatch(/^1 of /u);
    // Nobody notices a tenth of a second.
    expect(report.longestBlockMs).toBeLessThan(1000);
  }, 600_000);

  it('stops where it is cancelled, keeps what it has, and goes on from there', async () => {
    const photos = shots.slice(0, 120);
    const report = await computer.run('score', {
      photos,
      catalogue: 'cancelled',
      meanwhile: { scored: 10, cancel: true },
      times: 2,
      presses: { 'scored already': 'Score the others' },
    });
    expectNoHarm(report, photos);
    expect(states(report)).toEqual({ current: 120 });
    const [stopped, question, done] = report.dialogs;
    expect(stopped?.message).toMatch(/^\d+ of 120 photographs are scored\.$/u);
    expect(question?.message).toMatch(
      /^\d+ of 120 photographs are scored already and have not changed since\.$/u,
    );
    const before = Number(/^\d+/u.exec(stopped?.message ?? '')?.[0]);
    expect(before).toBeLessThan(120);
    expect(done?.message).toBe(`${120 - before} of ${120 - before} photographs are scored.`);
    // Nobody was scored twice.
    expect(report.writes.filter(({ field }) => field === 'scoredAt')).toHaveLength(120);
  });

  it('goes on after Lightroom was ended in the midst of it', async () => {
    const photos = shots.slice(0, 120);
    const first = await computer.run('score', {
      photos,
      catalogue: 'quit',
      meanwhile: { scored: 5, quit: true },
    });
    const before = states(first)['current'] ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(120);
    const second = await computer.run('score', {
      photos,
      catalogue: 'quit',
      presses: { 'scored already': 'Score the others' },
    });
    expect(states(second)).toEqual({ current: 120 });
    expect(second.writes.filter(({ field }) => field === 'scoredAt')).toHaveLength(120 - before);
  });

  it('does not mind an engine that dies and comes back', async () => {
    const photos = shots.slice(100, 220);
    const report = await computer.run('score', {
      photos,
      catalogue: 'restarted',
      meanwhile: { scored: 5, restart: true },
    });
    expectNoHarm(report, photos);
    expect(states(report)).toEqual({ current: 120 });
    expect(report.writes.filter(({ field }) => field === 'scoredAt')).toHaveLength(120);
  });

  it('keeps what the catalogue does not take, and offers it again', async () => {
    const photos = shots.slice(0, 10);
    const report = await computer.run('score', {
      photos,
      catalogue: 'busy',
      hold: true,
      times: 2,
      presses: { 'could not be written': 'Write them now', 'scored already': 'Cancel' },
    });
    expectNoHarm(report, photos);
    expect(report.dialogs[0]?.info).toContain('The catalogue was busy: 10 scores are kept');
    expect(
      report.dialogs.some(
        ({ message }) => message === 'Scores of 10 photographs could not be written the last time.',
      ),
    ).toBe(true);
    expect(states(report)).toEqual({ current: 10 });
  });

  it('takes what Lightroom gives: late, twice, small, nothing, an error', async () => {
    const [late, twice, small, never, error, lost] = shots.slice(0, 6) as [
      Shot,
      Shot,
      Shot,
      Shot,
      Shot,
      Shot,
    ];
    const tiny = (await shoot(path.join(computer.folder, 'tiny'), 1, 300))[0]!;
    const photos = [
      { ...late, thumbnail: { manner: 'late', seconds: 3 } },
      { ...twice, thumbnail: { manner: 'twice' } },
      { ...small, thumbnail: { manner: 'small', file: tiny.path } },
      { ...never, thumbnail: { manner: 'never' } },
      { ...error, thumbnail: { manner: 'error', message: 'no preview' } },
      {
        ...lost,
        thumbnail: { manner: 'error', message: 'no preview' },
        render: { manner: 'skip' },
        available: false,
      },
      { ...shots[7]!, isVideo: true, fileFormat: 'VIDEO', path: '/films/holiday.mov' },
      { ...shots[8]!, isVirtualCopy: true },
    ];
    const report = await computer.run('score', { photos, catalogue: 'manners' });
    expectNoHarm(report, photos);
    expect(report.photos.map(({ fields }) => fields['from'] ?? fields['state'] ?? 'none')).toEqual([
      'preview',
      'preview',
      'export',
      'export',
      'export',
      'failed',
      'none',
      'preview',
    ]);
    expect(report.photos[5]?.fields['why']).toContain('Find the original');
    const [told] = report.dialogs;
    expect(told?.message).toBe('6 of 7 photographs are scored.');
    expect(told?.info).toContain('Videos are not scored: 1.');
    expect(told?.info).toContain('Could not be scored: 1.');
  });

  it('is told by what is wrong with an engine, and writes nothing', async () => {
    const photos = shots.slice(0, 3);
    await using other = await Computer.make();
    const absent = await other.run('score', { photos });
    expect(absent.dialogs[0]?.message).toBe('The CALM engine is not running.');
    expect(absent.dialogs[0]?.info).toContain('calm serve');

    await other.startEngine();
    await writeFile(path.join(other.data, 'token'), `${'0'.repeat(64)}\n`);
    const refused = await other.run('score', { photos });
    expect(refused.dialogs).toHaveLength(1);
    expect(`${refused.dialogs[0]?.message} ${refused.dialogs[0]?.info}`).toMatch(/token/u);
    expect([...absent.writes, ...refused.writes]).toEqual([]);
    expect(states(refused)).toEqual({ none: 3 });
  });

  it('tells in German what Lightroom shows in German', async () => {
    const photos = shots.slice(0, 2);
    const report = await computer.run('score', {
      photos,
      catalogue: 'german',
      locale: 'de',
      andThen: ['Explain.lua'],
    });
    expectNoHarm(report, photos);
    expect(report.dialogs[0]?.message).toBe('2 von 2 Fotos sind bewertet.');
    expect(report.photos[0]?.fields['score']).toMatch(/^\d,\d \(\d,\d–\d,\d\)$/u);
    expect(JSON.stringify(report.dialogs[1]?.tree)).toMatch(/Warum.*In Worten/u);
  });

  it('marks what was developed anew, and scores that again', async () => {
    const photos = shots.slice(0, 4);
    const report = await computer.run('score', {
      photos,
      catalogue: 'edited',
      times: 2,
      edit: 2,
      presses: { 'scored already': 'Cancel' },
      andThen: ['MarkChanged.lua'],
    });
    expectNoHarm(
      report,
      photos.map((photo) => photo),
    );
    expect(report.photos.map(({ fields }) => fields['state'])).toEqual([
      'current',
      'changed',
      'current',
      'current',
    ]);
    expect(report.dialogs.at(-1)?.message).toBe('Changed since they were scored: 1 of 4.');
  });

  it('clears its fields, and only these', async () => {
    const photos = shots.slice(0, 3);
    const report = await computer.run('score', {
      photos,
      catalogue: 'cleared',
      andThen: ['ClearFields.lua'],
    });
    expectNoHarm(report, photos);
    expect(report.photos.map(({ fields }) => fields)).toEqual([{}, {}, {}]);
  });
});
