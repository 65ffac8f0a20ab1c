/** An engine without a model: what it says of a picture is told by the test, so that text can be checked to the letter. */
import { Readable, Writable } from 'node:stream';
import {
  CalmError,
  findLocale,
  LOCALES,
  reasonsOf,
  type Answer,
  type Assessment,
  type AssessmentResult,
  type Attribute,
  type Contribution,
  type Engine,
  type Evidence,
  type Finding,
  type ImageSource,
  type MeasuredAttribute,
} from '@calm-sdk/core';
import { runProgram } from '../src/program.js';
import type { Surroundings } from '../src/context.js';
import type { TerminalStream } from '../src/terminal/screen.js';

const never = (): never => {
  throw new Error('The stand-in measures nothing.');
};

function attribute(
  id: string,
  kind: Attribute['kind'],
  level: Attribute['level'],
  unit: string,
  more: Partial<Attribute> = {},
): Attribute {
  return {
    id,
    level,
    kind,
    title: id.replaceAll('-', ' '),
    meaning: `What ${id.replaceAll('-', ' ')} means, in one sentence that says how it is measured.`,
    unit,
    range: [0, 100],
    direction: kind === 'fault' ? 'lower-is-better' : 'higher-is-better',
    measure: never,
    remedy: { kind: 'advice' },
    wording: { value: never },
    ...more,
  };
}

export const ATTRIBUTES: readonly Attribute[] = [
  attribute('noise', 'fault', 'low', '% of 255'),
  attribute('warm-cast', 'fault', 'low', 'ratio', { axis: 'temperature' }),
  attribute('cool-cast', 'fault', 'low', 'ratio', { axis: 'temperature' }),
  attribute('clipped-highlights', 'fault', 'low', '%'),
  attribute('horizon-tilt', 'fault', 'middle', 'deg'),
  attribute('depth-separation', 'quality', 'middle', '×'),
  attribute('colour-harmony', 'quality', 'middle', ''),
  attribute('subject-placement', 'quality', 'middle', ''),
  attribute('low-key', 'style', 'high', ''),
];

export function measured(id: string, text: string, score: number, value = 1): MeasuredAttribute {
  const { level, unit } = ATTRIBUTES.find((each) => each.id === id) as Attribute;
  return { id, level, status: 'measured', value, unit, text, score, confidence: 0.9 };
}

export function finding(
  attributeId: string,
  kind: Finding['kind'],
  severity: number,
  evidence: readonly Evidence[] = [],
): Finding {
  return {
    id: `${attributeId}/${kind}`,
    attribute: attributeId,
    kind,
    severity,
    contribution: 0,
    evidence: [...evidence],
  };
}

/** The picture of the mock-up: 7.1 where the average is 5.6. */
export function assessment(
  name: string,
  changes: {
    value?: number;
    domain?: Assessment['domain']['id'];
    abstained?: boolean;
    contributions?: Contribution[];
  } = {},
): Assessment {
  const value = changes.value ?? 7.12;
  const whole = withoutReasons(name, value, changes);
  const { score, attributes } = whole;
  if (score === undefined) return whole;
  const scores = new Map(
    attributes.flatMap((reading): [string, number][] =>
      reading.status === 'measured' ? [[reading.id, reading.score]] : [],
    ),
  );
  const known = { scores, attributes: ATTRIBUTES, locale: findLocale(LOCALES, 'en') };
  return { ...whole, score: { ...score, reasons: reasonsOf(score.contributions, known) } };
}

function withoutReasons(
  name: string,
  value: number,
  changes: NonNullable<Parameters<typeof assessment>[1]>,
): Assessment {
  return {
    status: 'ok',
    source: { kind: 'path', path: name },
    picture: {
      width: 6000,
      height: 4000,
      sha256: '3fa9'.padEnd(64, '0'),
      imageSha256: '3fa9'.padEnd(64, '0'),
      format: 'jpeg',
      preview: false,
      capture: {
        camera: 'Canon EOS R6',
        focalLength: 85,
        fNumber: 1.8,
        exposureTime: 0.004,
        iso: 100,
      },
    },
    domain: { id: changes.domain ?? 'photograph', confidence: 0.98 },
    score: {
      value,
      interval: { low: value - 0.62, high: value + 0.6, level: 0.8 },
      percentile: 86.4,
      reference: { id: 'reference-photographs-1', size: 720, mean: 5.58 },
      confidence: 0.71,
      abstained: changes.abstained ?? false,
      distribution: [0.01, 0.01, 0.02, 0.06, 0.1, 0.16, 0.24, 0.25, 0.1, 0.05],
      technical: 8.4,
      contributions: changes.contributions ?? [
        { attribute: 'noise', value: 0.03 },
        { attribute: 'warm-cast', value: -0.02 },
        { attribute: 'cool-cast', value: 0.01 },
        { attribute: 'clipped-highlights', value: -0.13 },
        { attribute: 'horizon-tilt', value: -0.24 },
        { attribute: 'depth-separation', value: 0.52 },
        { attribute: 'colour-harmony', value: 0.41 },
        { attribute: 'subject-placement', value: 0.02 },
        { attribute: 'overall-impression', value: 0.94 },
      ],
    },
    attributes: [
      measured('noise', 'σ 1.2 %', 0.93, 1.2),
      measured('warm-cast', '1.04 × too warm', 0.81, 1.04),
      measured('cool-cast', 'none', 0.98, 1),
      measured('clipped-highlights', '0.8 % of the frame', 0.61, 0.8),
      measured('horizon-tilt', '1.3°, lower on the right', 0.55, 1.3),
      measured('depth-separation', 'subject 3.1 × sharper than background', 0.86, 3.1),
      measured('colour-harmony', 'two hues, 28° apart', 0.8, 28),
      {
        id: 'subject-placement',
        level: 'middle',
        status: 'not-measured',
        unit: '',
        reason: 'no part of the picture stands out',
      },
      measured('low-key', 'mean luminance 14 %', 0.72, 14),
    ],
    findings: [
      finding('depth-separation', 'strength', 0.7),
      finding('low-key', 'style', 0.65),
      finding('colour-harmony', 'strength', 0.5),
      finding('horizon-tilt', 'weakness', 0.4),
      finding('clipped-highlights', 'weakness', 0.3, [
        { kind: 'box', x: 0.02, y: 0.05, width: 0.12, height: 0.1 },
        { kind: 'grid', columns: 3, rows: 3, values: [1, 0, 0, 0, 0, 0, 0, 0, 0] },
      ]),
    ],
    stamps: {
      protocol: '1.0',
      engine: '0.1.0',
      model: { id: 'stand-in@1', sha256: 'ab'.repeat(32) },
      preprocessing: 'stand-in-1',
      registry: 'stand-in',
    },
    regions: {
      base: 5.3,
      columns: 6,
      rows: 4,
      values: [
        [-0.02, 0, 0.01, 0.1, 0.12, 0.04],
        [-0.01, 0.03, 0.2, 0.3, 0.22, 0.05],
        [0, 0.05, 0.24, 0.28, 0.2, 0.02],
        [-0.15, -0.08, 0.02, 0.14, 0.08, -0.02],
      ].flat(),
    },
  };
}

/** What the stand-in answers to every question. */
export function answered(name: string, question: string): Answer {
  return {
    status: 'answered',
    source: { kind: 'path', path: name },
    question,
    answer: { yes: false, probability: 0.0612, grade: 'no' },
    confidence: 0.9388,
    route: 'craft',
    about: 'horizon-tilt',
    reason: 'About horizon tilt: what was measured and what the model has learned to see agree.',
    evidence: ['horizon tilt: 0.2°, lower on the left'],
    stamps: assessment('').stamps,
  };
}

export type Reply = (name: string, question: string) => Answer | CalmError;

export type Say = (name: string) => Assessment | CalmError | Promise<Assessment | CalmError>;

export function standInEngine(say: Say, reply: Reply = answered): Engine {
  const nameOf = (source: ImageSource): string =>
    source.kind === 'path' ? source.path : (source.name ?? '');
  const result = async (source: ImageSource): Promise<AssessmentResult> => {
    if (source.kind === 'stream') for await (const _chunk of source.stream) continue;
    const said = await say(nameOf(source));
    return said instanceof CalmError
      ? { status: 'failed', source: { kind: 'path', path: nameOf(source) }, error: said.toInfo() }
      : said;
  };
  return {
    attributes: ATTRIBUTES,
    locales: LOCALES,
    decoders: [],
    bundle: {
      folder: '/bundle',
      sha256: 'ab'.repeat(32),
      manifest: {
        schema: 1,
        id: 'stand-in',
        version: '1',
        licence: 'MIT',
        provenance: [{ part: 'scoring.onnx', source: 'nowhere', licence: 'MIT' }],
        files: { 'scoring.onnx': { sha256: 'cd'.repeat(32), bytes: 1_500_000 } },
      } as unknown as Engine['bundle']['manifest'],
      verify: () => Promise.resolve(),
      file: never,
      json: never,
    },
    stamps: assessment('').stamps,
    // It knows nobody, and only says so.
    tastes: { kept: false } as Engine['tastes'],
    async assess(source) {
      const said = await say(nameOf(source));
      if (said instanceof CalmError) throw said;
      return said;
    },
    async ask(source, question) {
      const replied = reply(nameOf(source), question);
      if (replied instanceof CalmError) throw replied;
      return replied;
    },
    async comment(_assessment, { language = 'en' } = {}) {
      const sentence = {
        text: 'The subject stands clear of a soft background, but the horizon drops to the right.',
        level: 'middle' as const,
        claims: [
          { about: 'depth-separation', relation: 'strength' as const },
          { about: 'horizon-tilt', relation: 'weakness' as const, side: 'right' as const },
        ],
      };
      return Promise.resolve({
        language,
        decoder: 'grounded',
        sentences: [sentence],
        text: sentence.text,
      });
    },
    async *assessMany(sources, options) {
      for await (const source of sources) {
        if (options?.signal?.aborted === true) {
          throw new CalmError('cancelled', 'The assessment was stopped.', { hint: '' });
        }
        yield await result(source);
      }
    },
    dispose: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly say?: Say;
  readonly reply?: Reply;
  readonly stdin?: string | Buffer;
  /** What a person at a terminal types when they are asked. */
  readonly typed?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Cells of the terminal that standard output is; without it, it is a file. */
  readonly columns?: number;
  readonly interrupt?: AbortSignal;
  readonly createEngine?: Surroundings['createEngine'];
  readonly runItself?: Surroundings['runItself'];
}

/** Runs a command line in this process on the stand-in. */
export async function calm(argv: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const stdout = collector(setting.columns);
  const stderr = collector(setting.typed === undefined ? undefined : 80);
  const input = setting.typed ?? setting.stdin;
  const stdin = Readable.from(input === undefined ? [] : [Buffer.from(input)]);
  if (setting.typed !== undefined) Object.assign(stdin, { isTTY: true });
  const status = await runProgram(argv, {
    stdin,
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: setting.env ?? { NO_COLOR: '1' },
    interrupt: setting.interrupt ?? new AbortController().signal,
    createEngine:
      setting.createEngine ??
      (() =>
        Promise.resolve(standInEngine(setting.say ?? ((name) => assessment(name)), setting.reply))),
    holdInterrupts: () => () => undefined,
    runItself: setting.runItself ?? (() => Promise.resolve(0)),
    now: () => 0,
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(columns?: number): { stream: TerminalStream; text: () => string } {
  const chunks: string[] = [];
  const stream: TerminalStream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  if (columns !== undefined) Object.assign(stream, { isTTY: true, columns });
  return { stream, text: () => chunks.join('') };
}
