import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, AttributeResult, Measured } from '../attributes/attribute.js';
import type { Fault } from './faults.js';
import { find } from './find.js';

function result(
  id: string,
  kind: Attribute['kind'],
  score: number,
  options: { confidence?: number; excusedBy?: string[] } = {},
): AttributeResult {
  return {
    attribute: {
      id,
      level: 'low',
      kind,
      title: id,
      meaning: '',
      unit: '',
      range: [0, 1],
      direction: 'lower-is-better',
      ...(options.excusedBy === undefined ? {} : { excusedBy: options.excusedBy }),
      measure: () => ({ status: 'not-measured', reason: '' }),
      remedy: { kind: 'advice' },
      wording: { value: () => '' },
    },
    reading: {
      status: 'measured',
      value: 0,
      score,
      confidence: options.confidence ?? 1,
      evidence: [],
    },
  };
}

describe('findings', () => {
  it('rank weaknesses, strengths and styles by how much they matter', () => {
    const found = find(
      [
        result('noise', 'fault', 0.6),
        result('depth-separation', 'quality', 0.95),
        result('defocus-blur', 'fault', 0.2),
        result('low-key', 'style', 0.7),
      ],
      new Map([['defocus-blur', -0.4]]),
    );
    expect(found.map(({ attribute, kind }) => [attribute, kind])).toEqual([
      ['depth-separation', 'strength'],
      ['defocus-blur', 'weakness'],
      ['low-key', 'style'],
      ['noise', 'weakness'],
    ]);
    expect(found.find(({ attribute }) => attribute === 'defocus-blur')?.contribution).toBe(-0.4);
  });

  it('a clean fault is nothing to say, and never a strength', () => {
    expect(find([result('noise', 'fault', 0.98)], new Map())).toEqual([]);
  });

  it('a quality below the middle is a weakness', () => {
    expect(find([result('balance', 'quality', 0.2)], new Map())[0]?.kind).toBe('weakness');
  });

  it('only what an ordinary photograph has not is a strength', () => {
    const balanced = (score: number): AttributeResult => {
      const { attribute, reading } = result('balance', 'quality', score);
      return { attribute: { ...attribute, ordinary: 0.9 }, reading };
    };
    expect(find([balanced(0.88)], new Map())).toEqual([]);
    expect(find([balanced(0.9)], new Map())).toEqual([]);
    expect(find([balanced(0.96)], new Map())[0]?.kind).toBe('strength');
    expect(find([balanced(0.3)], new Map())[0]?.kind).toBe('weakness');
  });

  it('what was not measured says nothing', () => {
    const unread: AttributeResult = {
      ...result('noise', 'fault', 0),
      reading: { status: 'not-measured', reason: 'a preview' },
    };
    expect(find([unread], new Map())).toEqual([]);
  });

  it('an intended dark key takes the blame from under-exposure, and from nothing else', () => {
    const dark = result('under-exposure', 'fault', 0.1, { excusedBy: ['low-key'] });
    const noisy = result('noise', 'fault', 0.1);
    const weaknesses = (style: number): string[] =>
      find([dark, noisy, result('low-key', 'style', style)], new Map())
        .filter(({ kind }) => kind === 'weakness')
        .map(({ attribute }) => attribute);
    expect(weaknesses(0)).toEqual(['under-exposure', 'noise']);
    expect(weaknesses(1)).toEqual(['noise']);
  });

  it('a fault is excused as far as its own reading looks like a choice', () => {
    const { attribute, reading } = result('clipped-highlights', 'fault', 0.1);
    const severity = (excused: number): number =>
      find([{ attribute, reading: { ...(reading as Measured), excused } }], new Map())[0]
        ?.severity ?? 0;
    expect([severity(0), severity(0.5), severity(1)]).toEqual([0.9, 0.45, 0]);
  });

  it('what is no fault in a kind of picture is none there, whatever else is', () => {
    const white = result('clipped-highlights', 'fault', 0.1);
    const results = [
      { ...white, attribute: { ...white.attribute, excusedIn: ['interface'] as const } },
      result('noise', 'fault', 0.1),
    ];
    const found = (kind?: 'interface' | 'artwork') =>
      find(results, new Map(), new Map(), kind).map(({ attribute }) => attribute);
    expect(found('interface')).toEqual(['noise']);
    expect(found('artwork')).toEqual(['clipped-highlights', 'noise']);
    expect(found()).toEqual(['clipped-highlights', 'noise']);
  });

  it('doubt never makes a weakness more severe', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (score, a, b) => {
          const severity = (confidence: number): number =>
            find([result('noise', 'fault', score, { confidence })], new Map())[0]?.severity ?? 0;
          expect(severity(Math.min(a, b))).toBeLessThanOrEqual(severity(Math.max(a, b)));
        },
      ),
    );
  });
});

describe('with what readings and tokens say together', () => {
  const known = (
    attribute: string,
    probability: number,
    severity = 2,
  ): ReadonlyMap<string, Fault> => new Map([[attribute, { probability, severity }]]);
  const severityOf = (result_: AttributeResult, faults: ReadonlyMap<string, Fault>): number =>
    find([result_], new Map(), faults)[0]?.severity ?? 0;

  it('a fault is the more severe the more probable it is, and the stronger where it is probable', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (a, b, weak, strong) => {
          const haze = result('haze', 'fault', 0.5);
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          const [low, high] = [Math.min(weak, strong), Math.max(weak, strong)];
          expect(severityOf(haze, known('haze', less, low))).toBeLessThanOrEqual(
            severityOf(haze, known('haze', more, low)),
          );
          expect(severityOf(haze, known('haze', more, low))).toBeLessThanOrEqual(
            severityOf(haze, known('haze', more, high)),
          );
          expect(severityOf(haze, known('haze', 1, 4))).toBe(1);
        },
      ),
    );
  });

  it('nothing is claimed that no measurement shows', () => {
    expect(
      find([result('motion-blur', 'fault', 0.96)], new Map(), known('motion-blur', 1)),
    ).toEqual([]);
  });

  it('nor is a measurement that is hardly sure enough to claim it by', () => {
    const unsure = result('green-cast', 'fault', 0.6, { confidence: 0.1 });
    expect(severityOf(unsure, known('green-cast', 1))).toBeLessThan(0.15);
  });

  it('a quality that they doubt counts less, and never vanishes', () => {
    const placed = result('subject-placement', 'quality', 0.1);
    const alone = severityOf(placed, new Map());
    const doubted = severityOf(placed, known('subject-placement', 0));
    expect(doubted).toBeLessThan(alone);
    expect(doubted).toBeGreaterThan(alone / 2);
  });

  it('a style that excuses the fault excuses it before them too', () => {
    const style = result('fog', 'style', 1);
    const fault = result('haze', 'fault', 0.3, { excusedBy: ['fog'] });
    const found = find([fault, style], new Map(), known('haze', 1));
    expect(found.map(({ attribute }) => attribute)).toEqual(['fog']);
  });
});
