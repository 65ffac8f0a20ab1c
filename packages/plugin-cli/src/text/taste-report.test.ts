import pc from 'picocolors';
import type { TasteGain, TasteReport, TopicOfTaste } from '@calm-sdk/core';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../../test/stand-in-engine.js';
import { registryOf } from './readings.js';
import { preferencesOf, tellsText } from './taste.js';
import { tasteReportText } from './taste-report.js';

const registry = registryOf(ATTRIBUTES);
const topic = (
  kind: TopicOfTaste['kind'],
  id: string,
  points: number,
  deviation: number,
): TopicOfTaste => ({ kind, topic: id, points, deviation });

const report: TasteReport = {
  kind: 'photograph',
  ratings: 214,
  pictures: 198,
  weight: 0.97,
  steppedBack: false,
  tuned: true,
  topics: [
    topic('reading', 'horizon-tilt', 0.62, 0.2),
    topic('reading', 'noise', -0.41, 0.2),
    topic('reading', 'depth-separation', 0.3, 0.2),
    topic('reading', 'low-key', -0.2, 0.15),
    topic('shown', 'dog', 0.3, 0.25),
    topic('shown', 'cat', 0.3, 0.31),
  ],
  gain: {
    general: 0.52,
    personal: 0.63,
    personalLow: 0.55,
    personalHigh: 0.71,
    gain: 0.11,
    low: 0.03,
    high: 0.19,
    level: 0.9,
    pictures: 198,
    shoots: 12,
  },
  curve: [
    { opinions: 5, gain: -0.001 },
    { opinions: 100, gain: 0.06 },
  ],
};

describe('what was learned', () => {
  it('is told in plain words, of a fault by more of the fault, and only what stands out', () => {
    expect(preferencesOf(report.topics, registry)).toEqual([
      { points: -0.62, text: 'horizon tilt bothers you more than others', sure: true },
      { points: 0.41, text: 'you forgive noise', sure: true },
      { points: 0.3, text: 'you value depth separation more than others', sure: false },
      { points: -0.2, text: 'low key pleases you less than others', sure: false },
      { points: 0.3, text: 'pictures of dogs please you more than others', sure: false },
    ]);
  });

  it('is asked for in plain words too', () => {
    expect(tellsText([], registry)).toBe('unlike what you have rated');
    expect(
      tellsText(
        [
          { kind: 'shown', topic: 'dog' },
          { kind: 'reading', topic: 'low-key' },
        ],
        registry,
      ),
    ).toBe('tells how you like dogs and low key');
    expect(
      tellsText(
        [
          { kind: 'reading', topic: 'noise' },
          { kind: 'reading', topic: 'depth-separation' },
        ],
        registry,
      ),
    ).toBe('tells whether you mind noise and whether you care for depth separation');
  });

  const options = {
    profile: 'Anna\'s "best" $HOME',
    registry,
    colours: pc.createColors(false),
    width: undefined,
    agreement: undefined,
  };

  it('says that it is too early where a handful of ratings cannot tell', () => {
    const { gain: _, ...untried } = report;
    const early = tasteReportText({ ...untried, ratings: 12, weight: 0.63 }, options);
    expect(early).toContain('Counts      too early to tell');
    expect(early).not.toContain('63 %');
    expect(early).not.toContain('surely');
    const chance = { ...report.gain, low: -0.1, personalLow: -0.2 } as TasteGain;
    const text = tasteReportText({ ...report, ratings: 12, gain: chance }, options);
    expect(text).toContain('It cannot predict you yet');
  });

  it('tells who rates the other way round that 1 is the worst here', () => {
    const turned = {
      ...report.gain,
      general: -0.9,
      personal: -0.5,
      personalLow: -0.8,
    } as TasteGain;
    const text = tasteReportText({ ...report, gain: turned }, options);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain('if 1 is your best, turn your ratings round');
  });

  it.skipIf(process.platform === 'win32')('names a profile as a shell takes it', () => {
    expect(tasteReportText(report, options)).toContain(`--profile 'Anna'\\''s "best" $HOME'`);
  });

  it.each([40, 60, 80, 120])('fits on %i columns', async (width) => {
    const options = {
      profile: 'Weddings\u001b[31m',
      registry,
      colours: pc.createColors(false),
      width,
      agreement: { pictures: 20, correlation: 0.78 },
    };
    const text = tasteReportText(report, options);
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(
      width,
    );
    await expect(text).toMatchFileSnapshot(`../../test/screens/taste-report-${width}.txt`);
  });
});
