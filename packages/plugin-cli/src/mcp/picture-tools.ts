/** The tools that look at pictures. */
import {
  CalmError,
  openPicture,
  previewOf,
  type Assessment,
  type ComparedPair,
  type Evidence,
  type Finding,
  type Score,
  type Suggestion,
} from '@calm-sdk/core';
import { percent, signedTenths, tenths, toTenths } from '../text/numbers.js';
import { registryOf, titleOf, type Registry } from '../text/readings.js';
import {
  allOf,
  imageOf,
  nameOf,
  PICTURE,
  pictures,
  PICTURES,
  sourceOf,
  sourcesOf,
  type PictureInput,
  type PicturesInput,
} from './pictures.js';
import {
  FLAG,
  list,
  NUMBER,
  object,
  RANGE,
  TEXT,
  told,
  tool,
  WHOLE,
  type Schema,
  type Told,
} from './tool.js';

/** Contributions, strengths and reasons that are told of one picture. */
const FEW = 5;
const REASONS = 3;
/** Pictures of a ranking that are told unless more are asked for. */
const TOP = 20;
/** Percent; nothing is certain. */
const MOST_SURE = 99;
/** Pixels: enough to see where a box lies, few enough for the context of an agent. */
const LOOK_SIDE = 512;
const COLOURS = ['red', 'yellow', 'cyan'];

const PROFILE = told(TEXT, "Name of a taste profile: that person's score is told too.");

const SCORED = {
  picture: TEXT,
  kind: told(TEXT, 'photograph, artwork or interface: scores of different kinds do not compare.'),
  score: told(NUMBER, '0 to 10.'),
  likely: told(RANGE, 'Where the score of people lies for 8 pictures in 10.'),
  percentile: told(NUMBER, 'Percent of reference pictures that score lower.'),
  unsure: told(FLAG, 'The picture is unlike all that the model knows: do not use the score.'),
  personal: object({
    properties: { profile: TEXT, score: NUMBER, likely: RANGE, opinions: WHOLE },
    required: ['score', 'likely', 'opinions'],
  }),
} satisfies Readonly<Record<string, Schema>>;

const FAILED = list(
  object({
    properties: { picture: TEXT, code: TEXT, message: TEXT },
    required: ['picture', 'code', 'message'],
  }),
);

const FOUND = object({
  properties: {
    attribute: TEXT,
    reading: told(TEXT, 'What was measured.'),
    severity: told(NUMBER, '0 to 1.'),
    marked: told(TEXT, 'The colour of its marks on the image.'),
  },
  required: ['attribute', 'reading', 'severity'],
});

const GAIN = told(
  object({ properties: { value: NUMBER, likely: RANGE }, required: ['value', 'likely'] }),
  'Points of the score.',
);

interface AssessInput extends PictureInput {
  readonly profile?: string;
  readonly image?: boolean;
}

interface CompareInput {
  readonly pictures: readonly PictureInput[];
  readonly profile?: string;
}

interface RankInput extends PicturesInput {
  readonly profile?: string;
  readonly top?: number;
}

interface AskInput extends PictureInput {
  readonly question: string;
}

export const PICTURE_TOOLS = [
  tool<AssessInput>({
    name: 'assess',
    title: 'Assess a picture',
    description:
      'How good a picture looks (0 to 10, with a likely range), its technical quality, weaknesses and strengths with measurements, and a comment. Weaknesses that have a place are drawn on a small image. Use it before giving an opinion on a picture.',
    input: {
      properties: {
        ...PICTURE,
        profile: PROFILE,
        image: told(FLAG, 'false: leave out the image. Default: true.'),
      },
    },
    output: {
      properties: {
        ...SCORED,
        technical: told(NUMBER, 'Craft (sharpness, noise, exposure, colour, level), 0 to 10.'),
        contributions: told(
          list(
            object({
              properties: { attribute: TEXT, points: NUMBER },
              required: ['attribute', 'points'],
            }),
          ),
          'The largest parts of the distance from the average score.',
        ),
        weaknesses: list(FOUND),
        strengths: list(FOUND),
        styles: told(list(FOUND), 'Looks that may be meant; neither good nor bad.'),
        comment: TEXT,
        warnings: told(list(TEXT), 'What is missing because an extension failed.'),
      },
      required: ['picture', 'kind', 'weaknesses', 'strengths', 'styles', 'comment'],
    },
    async run({ profile, image = true, ...input }, { client, engine, options }) {
      const source = sourceOf(input);
      const assessment = await client.call(
        'assess',
        { source, comment: { detail: 'normal' }, ...of(profile) },
        options,
      );
      const marks = image ? marksOf(assessment) : [];
      const jpeg =
        marks.length === 0
          ? undefined
          : await previewOf(await openPicture(imageOf(source), options), [], {
              longestSide: LOOK_SIDE,
              marks,
            });
      const { comment, score } = assessment;
      const warnings = (assessment.warnings ?? []).map(({ message }) => message);
      const found = (kind: Finding['kind']) =>
        foundOf(
          assessment,
          kind,
          marks.map(({ finding, colour }) => [finding, colour]),
        );
      const data = {
        ...scoredOf(assessment),
        ...(score === undefined
          ? {}
          : { technical: score.technical, contributions: contributionsOf(score) }),
        weaknesses: found('weakness'),
        strengths: found('strength').slice(0, FEW),
        styles: found('style').slice(0, FEW),
        comment: comment?.text ?? '',
        ...(warnings.length === 0 ? {} : { warnings }),
      };
      const registry = registryOf(engine.attributes);
      const lines = [
        `${data.picture}: ${scoreText(assessment)}`,
        ...(score === undefined ? [] : [`Technical: ${points(score.technical)} of 10`]),
        ...foundLine('Weaknesses', data.weaknesses, registry),
        ...foundLine('Strengths', data.strengths, registry),
        ...foundLine('Style', data.styles, registry),
        data.comment,
        ...warnings,
      ];
      return { text: lines.join('\n'), data, ...(jpeg === undefined ? {} : { jpeg }) };
    },
  }),

  tool<CompareInput>({
    name: 'compare',
    title: 'Compare pictures',
    description:
      'Which of 2 to 100 pictures people would prefer, how surely, and why. Below 60 % it is too close to call. Photographs, artworks and interfaces do not compare with each other.',
    input: {
      properties: { pictures: pictures(2, 100), profile: PROFILE },
      required: ['pictures'],
    },
    output: {
      properties: {
        order: told(list(TEXT), 'Best first, of those that compare.'),
        pairs: told(
          list(
            object({
              properties: {
                better: TEXT,
                other: TEXT,
                too_close: FLAG,
                probability: told(NUMBER, 'That people rate the better one higher on average.'),
                difference: told(NUMBER, 'Points of the score.'),
                reasons: told(
                  list(TEXT),
                  'What speaks for the better one (+) and for the other (−).',
                ),
                not_comparable: told(TEXT, 'Why the two do not compare.'),
              },
              required: ['better', 'other'],
            }),
          ),
          'The best against every other.',
        ),
        scores: list(
          object({ properties: { picture: TEXT, score: NUMBER }, required: ['picture'] }),
        ),
        failed: FAILED,
      },
      required: ['order', 'pairs', 'scores', 'failed'],
    },
    async run({ pictures: inputs, profile }, { client, options }) {
      const sources = sourcesOf(inputs);
      const comparison = await client.call('compare', { sources, ...of(profile) }, options);
      const names = comparison.pictures.map(({ source }) => nameOf(source));
      const [firstFailed] = comparison.failed;
      if (names.length === 0 && firstFailed !== undefined) throw CalmError.from(firstFailed.error);
      const pairs = comparison.pairs.map((pair) => {
        const [better = '', other = ''] = [names[pair.first], names[pair.second]];
        if (pair.status === 'incomparable') return { better, other, not_comparable: pair.reason };
        const { verdict, probability, difference } = pair;
        return {
          ...{ better, other, probability, difference, too_close: verdict === 'too-close' },
          reasons: reasonsOf(pair),
        };
      });
      const data = {
        order: comparison.order.map((place) => names[place] ?? ''),
        pairs,
        scores: comparison.pictures.map(({ source, score }) => ({
          picture: nameOf(source),
          ...(score === undefined ? {} : { score: score.value }),
        })),
        failed: comparison.failed.map(failureOf),
      };
      return { text: [...pairs.map(pairText), ...failureLines(data.failed)].join('\n'), data };
    },
  }),

  tool<RankInput>({
    name: 'rank',
    title: 'Rank a folder',
    description:
      'Orders up to 1000 pictures of a folder from best to worst, each kind (photograph, artwork, interface) by itself. About 10 pictures a second; a picture that was seen before costs next to nothing.',
    input: {
      properties: {
        ...PICTURES,
        profile: told(TEXT, "Name of a taste profile: the order is that of this person's scores."),
        top: told(
          { ...WHOLE, minimum: 1, maximum: 1000 },
          `How many of each kind are told, the best first. Default: ${TOP}.`,
        ),
      },
    },
    output: {
      properties: {
        pictures: list(
          object({
            properties: {
              place: told(WHOLE, '1 is the best of its kind.'),
              of: WHOLE,
              ...SCORED,
              strength: TEXT,
              weakness: TEXT,
            },
            required: ['place', 'of', 'picture', 'kind'],
          }),
        ),
        failed: FAILED,
      },
      required: ['pictures', 'failed'],
    },
    async run({ profile, top = TOP, ...input }, { client, engine, options }) {
      const registry = registryOf(engine.attributes);
      const sources = await allOf(input);
      const { results } = await client.call('rank', { sources, ...of(profile) }, options);
      const told = results.flatMap((result) => {
        if (result.status === 'failed' || result.rank === undefined) return [];
        const { position: place, of } = result.rank;
        if (place > top) return [];
        const main = (kind: Finding['kind']) =>
          result.findings.find((finding) => finding.kind === kind)?.attribute;
        const [strength, weakness] = [main('strength'), main('weakness')];
        return [
          {
            ...{ place, of, ...scoredOf(result), text: scoreText(result) },
            ...(strength === undefined ? {} : { strength }),
            ...(weakness === undefined ? {} : { weakness }),
          },
        ];
      });
      const failed = results.flatMap((result) =>
        result.status === 'failed' ? [failureOf(result)] : [],
      );
      const lines = told.map(({ place, of, picture, text, weakness }) => {
        const short = weakness === undefined ? '' : `; ${titleOf(weakness, registry)}`;
        return `${place} of ${of}  ${picture}: ${text}${short}`;
      });
      return {
        text: [...lines, ...failureLines(failed)].join('\n'),
        data: { pictures: told.map(({ text: _text, ...picture }) => picture), failed },
      };
    },
  }),

  tool<AskInput>({
    name: 'ask',
    title: 'Ask about a picture',
    description:
      'Answers a question about a picture from what is measured and learned: how it was made ("is it sharp?"), what it shows, how it feels, what works, how to improve it. "cannot-tell" is an answer: do not fill it in by guessing.',
    input: {
      properties: { ...PICTURE, question: told({ ...TEXT, maxLength: 300 }, 'In English.') },
      required: ['question'],
    },
    output: {
      properties: {
        status: { enum: ['answered', 'told', 'cannot-tell'] },
        answer: told(TEXT, 'yes, rather yes, rather no or no; or sentences.'),
        confidence: told(NUMBER, 'Probability that a yes or no is right.'),
        reason: TEXT,
        measured: list(TEXT),
      },
      required: ['status', 'measured'],
    },
    async run({ question, ...input }, { client, options }) {
      const answer = await client.call('ask', { source: sourceOf(input), question }, options);
      const { status, evidence: measured } = answer;
      const because = measured.map((each) => `Measured: ${each}.`);
      switch (answer.status) {
        case 'answered': {
          const { confidence, reason } = answer;
          const { grade } = answer.answer;
          return {
            text: [`${grade}, ${sure(confidence)}: ${reason}`, ...because].join('\n'),
            data: { status, answer: grade, confidence, reason, measured },
          };
        }
        case 'told': {
          const { text } = answer.comment;
          return { text: [text, ...because].join('\n'), data: { status, answer: text, measured } };
        }
        case 'cannot-tell': {
          const { reason } = answer;
          return {
            text: [`Cannot tell: ${reason}`, ...because].join('\n'),
            data: { status, reason, measured },
          };
        }
      }
    },
  }),

  tool<PictureInput>({
    name: 'suggest',
    title: 'Suggest edits',
    description:
      'Edits that make a picture better, with exact parameters: each was tried on a copy, measured and scored again. Where nothing helps it says so; advice is for the next shot. Takes about a second or two. Changes no file.',
    input: { properties: PICTURE },
    output: {
      properties: {
        suggestions: list(
          object({
            properties: {
              attribute: told(TEXT, 'What it mends.'),
              edit: told({ type: 'object' }, 'The operation and its parameters.'),
              text: TEXT,
              gain: GAIN,
              confidence: told(NUMBER, 'Probability that the picture is better for it.'),
              reason: TEXT,
            },
            required: ['attribute', 'edit', 'text', 'gain', 'confidence', 'reason'],
          }),
        ),
        together: told(
          object({ properties: { text: TEXT, gain: GAIN }, required: ['text', 'gain'] }),
          'Suggestions that go together.',
        ),
        advice: list(TEXT),
      },
      required: ['suggestions', 'advice'],
    },
    async run(input, { client, options }): Promise<Told> {
      const { suggestions } = await client.call('suggest', { source: sourceOf(input) }, options);
      if (suggestions === undefined) throw new Error('The engine gave no suggestions.');
      const { plan } = suggestions;
      const advice = suggestions.advice.map(({ text }) => text);
      const lines = suggestions.suggestions.map(
        ({ text, gain, confidence, reason }) =>
          `${text}: ${gainText(gain)}, ${sure(confidence)}. ${reason}`,
      );
      return {
        text: [
          ...(lines.length === 0 ? ['No edit that was tried makes it better.'] : lines),
          ...(plan === undefined ? [] : [`Together: ${plan.text}: ${gainText(plan.gain)}`]),
          ...advice,
        ].join('\n'),
        data: {
          suggestions: suggestions.suggestions.map(
            ({ attribute, edit, text, gain, confidence, reason }) => ({
              ...{ attribute, edit, text, gain: gainOf(gain), confidence, reason },
            }),
          ),
          ...(plan === undefined ? {} : { together: { text: plan.text, gain: gainOf(plan.gain) } }),
          advice,
        },
      };
    },
  }),
];

function of(profile: string | undefined): { profile?: string } {
  return profile === undefined ? {} : { profile };
}

function scoredOf({ source, domain, score }: Assessment) {
  return {
    picture: nameOf(source),
    kind: domain.id,
    ...(score === undefined
      ? {}
      : {
          score: score.value,
          likely: [score.interval.low, score.interval.high],
          percentile: score.percentile,
          ...(score.abstained ? { unsure: true } : {}),
          ...personalOf(score),
        }),
  };
}

function personalOf({ personal }: Score) {
  if (personal === undefined) return {};
  const { profile, value, interval, ratings } = personal;
  return {
    personal: {
      ...(profile === undefined ? {} : { profile }),
      score: value,
      likely: [interval.low, interval.high],
      opinions: ratings,
    },
  };
}

function scoreText({ domain, score }: Assessment): string {
  if (score === undefined) return domain.id;
  const { interval, percentile, abstained, personal } = score;
  const certainty = abstained
    ? 'do not use this score: the picture is unlike all that the model knows'
    : `likely ${points(interval.low)} to ${points(interval.high)}, better than ${percent(percentile)} of reference pictures`;
  const own =
    personal === undefined
      ? ''
      : `; ${personal.profile ?? 'this person'}: ${points(personal.value)} (likely ${points(personal.interval.low)} to ${points(personal.interval.high)})`;
  return `${points(score.value)} of 10, ${domain.id} (${certainty})${own}`;
}

function sure(probability: number): string {
  return `${percent(Math.min(MOST_SURE, probability * 100))} sure`;
}

function points(value: number): string {
  return tenths(toTenths(value));
}

function contributionsOf({ contributions }: Score) {
  return contributions
    .map(({ attribute, value }) => ({ attribute, points: value }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, FEW);
}

interface FindingMark {
  readonly finding: Finding;
  readonly colour: string;
  readonly evidence: readonly Evidence[];
}

/** The main weaknesses that have a place, each in a colour. */
function marksOf({ findings }: Assessment): FindingMark[] {
  return findings
    .filter(({ kind, evidence }) => kind === 'weakness' && evidence.length > 0)
    .slice(0, COLOURS.length)
    .map((finding, index) => ({
      finding,
      colour: COLOURS[index]!,
      evidence: finding.evidence,
    }));
}

interface Found {
  readonly attribute: string;
  readonly reading: string;
  readonly severity: number;
  readonly marked?: string;
}

function foundOf(
  { findings, attributes }: Assessment,
  kind: Finding['kind'],
  marks: readonly (readonly [Finding, string])[],
): Found[] {
  const colours = new Map(marks);
  return findings
    .filter((finding) => finding.kind === kind)
    .map((finding) => {
      const { attribute, severity } = finding;
      const reading = attributes.find(({ id }) => id === attribute);
      const marked = colours.get(finding);
      return {
        attribute,
        reading: reading?.status === 'measured' ? reading.text : '',
        severity,
        ...(marked === undefined ? {} : { marked }),
      };
    });
}

function foundLine(title: string, found: readonly Found[], registry: Registry): string[] {
  if (found.length === 0) return title === 'Weaknesses' ? ['Weaknesses: none'] : [];
  const each = found.map(({ attribute, reading, marked }) => {
    const about = [reading, ...(marked === undefined ? [] : [`marked ${marked}`])];
    const name = titleOf(attribute, registry);
    return reading === '' ? name : `${name} (${about.join(', ')})`;
  });
  return [`${title}: ${each.join('; ')}`];
}

function reasonsOf({ reasons }: ComparedPair): string[] {
  return reasons
    .slice(0, REASONS)
    .map(({ text, difference }) => `${signedTenths(toTenths(difference))} ${text}`);
}

function pairText(pair: {
  better: string;
  other: string;
  probability?: number;
  too_close?: boolean;
  reasons?: readonly string[];
  not_comparable?: string;
}): string {
  const { better, other, probability = 0.5, too_close, reasons = [], not_comparable } = pair;
  if (not_comparable !== undefined) return `${better} and ${other}: ${not_comparable}`;
  const verdict =
    too_close === true
      ? `${better} and ${other} are too close to call`
      : `${better} is preferred to ${other}, ${sure(probability)}`;
  return `${verdict}: ${reasons.join('; ')}`;
}

interface Failure {
  readonly picture: string;
  readonly code: string;
  readonly message: string;
}

function failureOf({
  source,
  error: { code, message, hint },
}: {
  readonly source: Assessment['source'];
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}): Failure {
  return { picture: nameOf(source), code, message: `${message} ${hint}` };
}

function failureLines(failed: readonly Failure[]): string[] {
  return failed.map(({ message }) => `Failed: ${message}`);
}

function gainOf({ value, low, high }: Suggestion['gain']) {
  return { value, likely: [low, high] };
}

function gainText({ value, low, high }: Suggestion['gain']): string {
  const signed = (each: number): string => signedTenths(toTenths(each));
  return `${signed(value)} points (likely ${signed(low)} to ${signed(high)})`;
}
