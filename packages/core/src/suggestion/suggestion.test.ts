import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../attributes/index.js';
import type { AttributeResult, Measured } from '../attributes/attribute.js';
import type { Edit } from '../protocol/generated/assessment.js';
import { en } from '../language/en/index.js';
import { turnedSize } from '../picture/operations/geometry.js';
import { cameraRawOf } from './camera-raw.js';
import { presence } from '../finding/presence.js';
import { proposalOf, propose } from './propose.js';
import { severityOf, strengthOf } from '../attributes/severity.js';

const UNDOABLE = ATTRIBUTES.flatMap(({ id, change, remedy }) =>
  remedy.kind === 'edit' && remedy.undo !== undefined && change !== undefined
    ? [{ id, change, undo: remedy.undo }]
    : [],
);

function attributeOf(id: string) {
  const attribute = ATTRIBUTES.find((one) => one.id === id);
  if (attribute === undefined) throw new Error(`no ${id}`);
  return attribute;
}

function result(id: string, value: number, score: number): AttributeResult {
  const reading: Measured = { status: 'measured', value, score, confidence: 0.9, evidence: [] };
  return { attribute: attributeOf(id), reading };
}

const seen = (attribute: string, weak: number, medium = weak, strong = medium) => ({
  attribute,
  weak,
  medium,
  strong,
});

describe('severity', () => {
  it.each(UNDOABLE)('of $id is 0, 1, 2 and 3 at its strengths', ({ change, undo }) => {
    const { weak, medium, strong } = change.strengths;
    expect(
      [undo.neutral, weak, medium, strong].map((strength) =>
        severityOf(change, undo.neutral, strength),
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  it.each(UNDOABLE)('of $id and strength are the same told either way', ({ change, undo }) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (severity) => {
        const strength = strengthOf(change, undo.neutral, severity);
        expect(severityOf(change, undo.neutral, strength)).toBeCloseTo(severity, 6);
      }),
    );
  });
});

describe('a proposal', () => {
  it('is as strong as reading and tokens say together', () => {
    const amounts = { 'under-exposure': { base: 0.1, reading: 0.6, seen: 0.3 } };
    const dark = [result('under-exposure', 1.5, 0.1)];
    const probable = new Map([['under-exposure', 0.9]]);
    const [blind] = propose(dark, [], probable, { amounts });
    expect(blind?.edit).toEqual({ operation: 'expose', ev: 1.5 });
    const told = [seen('under-exposure', 1, 0.6, 0)];
    const [sighted] = propose(dark, told, probable, { amounts });
    expect(sighted?.severity).toBeCloseTo(0.1 + 0.6 * 2 + 0.3 * 1.6, 6);
  });

  it('is not made where nothing is probable, and comes first where it is most probable', () => {
    const results = [result('noise', 20, 0.1), result('haze', 50, 0.2)];
    const probable = new Map([
      ['noise', 0.004],
      ['haze', 0.5],
    ]);
    const amounts = {};
    expect(
      propose(results, [], probable, { amounts }).map(({ attribute }) => attribute.id),
    ).toEqual(['haze']);
    const more = new Map([
      ['noise', 0.6],
      ['haze', 0.3],
    ]);
    expect(propose(results, [], more, { amounts }).map(({ attribute }) => attribute.id)).toEqual([
      'noise',
      'haze',
    ]);
  });

  it("of somebody's own is held against what it would mend", () => {
    const results = [result('dull-colour', 60, 0.3)];
    const probable = new Map([['dull-colour', 0.7]]);
    const edit: Edit = { operation: 'saturate', factor: 1.6 };
    expect(proposalOf(edit, results, [], probable, { amounts: {} })).toMatchObject({
      edit,
      present: 0.7,
      attribute: { id: 'dull-colour' },
    });
  });
});

describe('presence', () => {
  it('sums to one, and more of what speaks for a kind makes it more probable', () => {
    const model = {
      attributes: ['noise'],
      seen: ['noise'],
      kinds: ['none', 'noise'],
      weights: [
        [0, 0, 0, 0, 0],
        [0.5, 0, 0.5, 0, 0],
      ],
      bias: [0, 0],
    };
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        fc.double({ min: 0.01, max: 0.09, noNaN: true }),
        (score, more) => {
          const of = (concern: number) =>
            presence({ presence: model }, [result('noise', 10, 1 - concern)], [seen('noise', 0.5)]);
          const [less, now] = [of(score), of(score + more)];
          expect([...now.values()].reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          expect(now.get('noise')!).toBeGreaterThan(less.get('noise')!);
        },
      ),
    );
  });
});

describe('Camera Raw', () => {
  const size = { width: 600, height: 400 };

  it('gets what it has a setting for, and nothing else', () => {
    expect(
      cameraRawOf(
        [
          { operation: 'expose', ev: -0.7 },
          { operation: 'saturate', factor: 0.8 },
          { operation: 'contrast', factor: 1.3 },
        ],
        size,
      ),
    ).toEqual({ Exposure2012: '-0.70', Saturation: '-20' });
    expect(cameraRawOf([{ operation: 'saturate', factor: 1.4 }], size)).toEqual({});
  });

  it('gets a crop in fractions of the picture', () => {
    const crop: Edit = { operation: 'crop', x: 0.1, y: 0.2, width: 0.5, height: 0.6 };
    expect(cameraRawOf([crop], size)).toEqual({
      HasCrop: 'True',
      CropAngle: '0.00',
      CropLeft: '0.10000',
      CropTop: '0.20000',
      CropRight: '0.60000',
      CropBottom: '0.80000',
    });
  });

  it('gets a frame that is turned the other way, of the size that the turn leaves', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (degrees) => {
        const settings = cameraRawOf([{ operation: 'rotate', degrees }], size);
        expect(Number(settings['CropAngle'])).toBeCloseTo(-degrees, 1);
        const across = (Number(settings['CropRight']) - Number(settings['CropLeft'])) * size.width;
        const down = (Number(settings['CropBottom']) - Number(settings['CropTop'])) * size.height;
        const kept = turnedSize(size.width, size.height, degrees);
        expect(Math.hypot(across, down)).toBeCloseTo(Math.hypot(kept.width, kept.height), -1);
      }),
    );
  });

  it('gets one frame for a turn and a crop after it', () => {
    const whole: Edit = { operation: 'crop', x: 0, y: 0, width: 1, height: 1 };
    const turn: Edit = { operation: 'rotate', degrees: 3 };
    expect(cameraRawOf([turn, whole], size)).toEqual(cameraRawOf([turn], size));
    const left: Edit = { ...whole, width: 0.5 };
    const settings = cameraRawOf([turn, left], size);
    expect(settings['CropLeft']).toBe(cameraRawOf([turn], size)['CropLeft']);
    expect(settings['CropTop']).toBe(cameraRawOf([turn], size)['CropTop']);
  });
});

describe('an edit in words', () => {
  it.each([
    [{ operation: 'expose', ev: 0.72 }, 'exposure +0.7 EV'],
    [{ operation: 'shadows', ev: 0.5 }, 'shadows +0.5 EV'],
    [{ operation: 'highlights', ev: -0.5 }, 'highlights −0.5 EV'],
    [{ operation: 'vibrance', amount: 0.25 }, 'vibrance +25 %'],
    [{ operation: 'rotate', degrees: -2.94 }, 'turn 2.9° anticlockwise'],
    [{ operation: 'vignette', stops: -0.8 }, 'corners +0.8 EV'],
    [{ operation: 'dehaze', transmission: 0.6 }, 'take away a veil of 40 %'],
  ] as const)('%j is "%s"', (edit, words) => {
    expect(en.edit(edit)).toBe(words);
  });
});
