import type { SeenChange } from '../alignment/aligner.js';
import type { AttributeResult } from '../attributes/attribute.js';
import { wordsOf } from '../attributes/words-of.js';
import { excuse } from '../finding/find.js';
import { logit, NONE, presence } from '../finding/presence.js';
import { capital } from '../language/capital.js';
import type { Locale } from '../language/locale.js';
import { editedPicture } from '../picture/edited-picture.js';
import type { Picture } from '../picture/picture.js';
import type {
  Advice,
  Edit,
  Finding,
  Gain,
  Plan,
  Suggestion,
  Suggestions,
  TriedEdit,
} from '../protocol/generated/assessment.js';
import type { FaultsCalibration } from '../protocol/generated/faults.js';
import type { Prior, SuggestionCalibration } from '../protocol/generated/suggestion.js';
import { round } from '../protocol/rounding.js';
import { cameraRawOf } from './camera-raw.js';
import { cropsOf, viewBox } from './crops.js';
import { proposalOf, propose, type Proposal } from './propose.js';
import { naturalness } from './second-reader.js';

/** What was found in a picture. */
export interface Examined {
  readonly picture: Picture;
  readonly results: readonly AttributeResult[];
  readonly seen: readonly SeenChange[];
  /** Points, 0 to 10. */
  readonly score: number;
  /** Share of the reference pictures that score less, in percent. */
  readonly percentile: number;
}

/** What the bundle tells of faults, and of edits against them. */
export interface Calibration extends SuggestionCalibration {
  readonly faults: FaultsCalibration;
}

/** Finds in an edited picture what was found in the first. */
export type Examine = (picture: Picture) => Promise<Examined>;

/** Edits that are tried: each costs an examination. */
const TRIES = 8;

const MOST_SUGGESTIONS = 5;

/** What is less likely to help than to harm is not suggested, whatever it would gain. */
const LIKELY = 0.5;

/** Percentile of an ordinary picture. */
const ORDINARY = 50;

/** What is as likely as this to help needs no second reader. */
const CERTAIN = 0.9;

/** The least that a recognised style leaves of the odds of a fault. */
const LEFT = 0.02;

/** What an edit must mend may read this much worse after it: measurements are not exact. */
const SLACK = 0.02;

/** A weakness of this severity is worth advice. */
const WORTH_ADVICE = 0.45;

/** Edits that do much the same; one of them is suggested. */
const SORTS: readonly (readonly Edit['operation'][])[] = [
  ['contrast', 'dehaze'],
  ['saturate', 'vibrance'],
  ['expose', 'shadows', 'highlights'],
];

/** The order in which edits are applied together: the frame first, then what a lens did, then light and colour, then detail. */
const ORDER: readonly Edit['operation'][] = [
  'rotate',
  'keystone',
  'crop',
  'denoise',
  'vignette',
  'warm',
  'tint',
  'expose',
  'shadows',
  'highlights',
  'dehaze',
  'contrast',
  'saturate',
  'vibrance',
  'unsharpMask',
];

/** An edit that was applied, read and scored again. */
interface Tried extends Proposal {
  readonly after: Examined;
  readonly witnesses: Readonly<Record<string, number>>;
  /** That the picture is better for it. */
  readonly confidence: number;
  /** Points by the score. */
  readonly aesthetic: number;
  /** Points by the craft. */
  readonly craft: number;
  readonly verdict: TriedEdit['verdict'];
}

/**
 * Tries what the remedies of a picture's readings propose: applies each edit to the picture as the engine sees it, finds in the result
 * what was found before, and keeps what gains.
 *
 * The gain is a share of the change of the score and what the craft is worth: (2p − 1) × severity × points, p being the probability that
 * the edit undoes a fault of that severity, since a needless edit makes a fault of it. Where the picture stands by its score says how
 * probable a fault is beforehand. A second reader, whom the search never asks, may refuse an
 * edit, and so may the reading that it was to mend.
 *
 * @param findings of the picture, for advice on what no edit undoes
 * @param locale for what is said of it
 * @param edits of somebody's own, tried beside those
 */
export async function suggest(
  before: Examined,
  findings: readonly Finding[],
  examine: Examine,
  calibration: Calibration,
  locale: Locale,
  edits: readonly Edit[] = [],
): Promise<Suggestions> {
  const { results, seen } = before;
  const { faults } = calibration;
  const probable = presence(faults, results, seen);
  const proposals = [
    ...edits.flatMap((edit) => proposalOf(edit, results, seen, probable, faults) ?? []),
    ...propose(results, seen, probable, faults).slice(0, TRIES),
  ];
  const natural = naturalness(calibration.second, before.picture.working);
  const tried: Tried[] = [];
  for (const proposal of proposals) {
    const after = await examine(await editedPicture(before.picture, proposal.edit));
    tried.push(judge(proposal, before, after, probable, natural, calibration));
  }
  tried.sort((a, b) => gainOf(b) - gainOf(a));
  const sorted = tried.map((one, index) =>
    one.verdict === 'suggested' && tried.slice(0, index).some((other) => rivals(one, other))
      ? { ...one, verdict: 'weaker' as const }
      : one,
  );
  const kept = sorted.filter(({ verdict }) => verdict === 'suggested').slice(0, MOST_SUGGESTIONS);
  const plan = await together(kept, before, examine, calibration, locale);
  return {
    suggestions: kept.map((one) => describe(one, before, calibration, locale)),
    ...(plan === undefined ? {} : { plan }),
    advice: adviceOn(findings, before.results, locale),
    crops: cropsOf(results, before.picture),
    tried: sorted.map(({ edit, attribute, confidence, witnesses, verdict, ...rest }) => ({
      edit: rounded(edit),
      attribute: attribute.id,
      confidence: round(confidence, 4),
      gain: round(gainOf(rest), 2),
      verdict,
      witnesses: Object.fromEntries(
        Object.entries(witnesses).map(([name, value]) => [name, round(value, 4)]),
      ),
    })),
  };
}

function judge(
  proposal: Proposal,
  before: Examined,
  after: Examined,
  probable: ReadonlyMap<string, number>,
  natural: number,
  { faults, worth, gain, second }: Calibration,
): Tried {
  const { attribute, severity } = proposal;
  const then = presence(faults, after.results, after.seen);
  const { id } = attribute;
  const at = (of: ReadonlyMap<string, number>, kind: string): number => logit(of.get(kind) ?? 0);
  const concern = (of: Examined): number => {
    const reading = readingOf(of, id);
    return reading === undefined ? 0 : (1 - reading.score) * reading.confidence;
  };
  const told = (of: Examined): number =>
    of.seen.find((change) => change.attribute === id)?.weak ?? 0;
  const change = after.score - before.score;
  const aesthetic = gain.aesthetic * change;
  const witnesses = {
    present: at(probable, id),
    gone: at(probable, id) - at(then, id),
    cleaner: at(then, NONE) - at(probable, NONE),
    clean: at(then, NONE),
    reading: concern(before) - concern(after),
    tokens: told(before) - told(after),
    score: change,
    severity,
    style: Math.log(Math.max(LEFT, 1 - excuse(attribute, before.results))),
  };
  const learned = worth.attributes[id];
  const raw = Object.entries(witnesses).reduce(
    (sum, [name, value]) => sum + (worth.weights[name] ?? 0) * value,
    learned ?? 0,
  );
  const { scale, shift } = worth.confidence;
  // Of what no known change has taught the reading alone tells: that there was a fault, and that there is none.
  const confidence =
    learned === undefined
      ? Math.max(0, witnesses.reading)
      : logistic(scale * raw + shift + priorOf(before.percentile, id, worth.prior));
  const craft = gain.perSeverity * (2 * confidence - 1) * severity;
  const worse = (readingOf(after, id)?.score ?? 1) < (readingOf(before, id)?.score ?? 0) - SLACK;
  return {
    ...proposal,
    after,
    witnesses,
    confidence,
    aesthetic,
    craft,
    verdict:
      aesthetic + craft < gain.least
        ? 'too-little'
        : confidence < LIKELY
          ? 'unsure'
          : worse
            ? 'reading'
            : confidence < CERTAIN &&
                naturalness(second, after.picture.working) < natural - second.tolerance
              ? 'second-reader'
              : 'suggested',
  };
}

/**
 * Logit of a fault before anything is seen but where the picture stands: one that stands above all others wants proof, most of all that it has too
 * much of what people love.
 */
function priorOf(percentile: number, id: string, { ordinary, best, flattering }: Prior): number {
  const above = Math.max(0, percentile - ORDINARY) / (100 - ORDINARY);
  return ordinary + ((flattering[id] ?? best) - ordinary) * above;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function gainOf({ aesthetic, craft }: Pick<Tried, 'aesthetic' | 'craft'>): number {
  return aesthetic + craft;
}

function readingOf({ results }: Examined, id: string) {
  const reading = results.find(({ attribute }) => attribute.id === id)?.reading;
  return reading?.status === 'measured' ? reading : undefined;
}

function rivals(one: Tried, other: Tried): boolean {
  if (other.verdict !== 'suggested') return false;
  const [a, b] = [one.edit.operation, other.edit.operation];
  return a === b || SORTS.some((sort) => sort.includes(a) && sort.includes(b));
}

/** The suggestions that go together, applied one after the other; none where fewer than two do. */
async function together(
  kept: readonly Tried[],
  before: Examined,
  examine: Examine,
  { gain }: SuggestionCalibration,
  locale: Locale,
): Promise<Plan | undefined> {
  let joined = kept.slice(0, 1);
  let best = joined.reduce((sum, one) => sum + gainOf(one), 0);
  for (const one of kept.slice(1)) {
    const all = inOrder([...joined, one]);
    let picture = before.picture;
    for (const { edit } of all) picture = await editedPicture(picture, edit);
    const { score } = await examine(picture);
    const craft = all.reduce((sum, each) => sum + each.craft, 0);
    const value = gain.aesthetic * (score - before.score) + craft;
    if (value <= best) continue;
    joined = all;
    best = value;
  }
  if (joined.length < 2) return undefined;
  const edits = joined.map(({ edit }) => rounded(edit));
  return {
    edits,
    text: edits.map((edit) => locale.edit(edit)).join(', '),
    gain: interval(best, Math.hypot(...joined.map((one) => spreadOf(one, gain))), gain),
    cameraRaw: cameraRawOf(edits, before.picture),
  };
}

function inOrder(tried: readonly Tried[]): Tried[] {
  return [...tried].sort(
    (a, b) => ORDER.indexOf(a.edit.operation) - ORDER.indexOf(b.edit.operation),
  );
}

function describe(
  tried: Tried,
  before: Examined,
  { gain }: SuggestionCalibration,
  locale: Locale,
): Suggestion {
  const edit = rounded(tried.edit);
  const crop = edit.operation === 'crop' ? edit : undefined;
  return {
    attribute: tried.attribute.id,
    edit,
    text: locale.edit(edit),
    ...(crop === undefined
      ? {}
      : { region: { kind: 'box', x: crop.x, y: crop.y, width: crop.width, height: crop.height } }),
    gain: interval(gainOf(tried), spreadOf(tried, gain), gain),
    confidence: round(tried.confidence, 4),
    reason: reasonOf(tried, before, locale),
    cameraRaw: cameraRawOf([edit], before.picture),
    ...(crop === undefined ? {} : { css: viewBox(crop) }),
  };
}

function reasonOf({ attribute, after }: Tried, before: Examined, locale: Locale): string {
  const [was, is] = [readingOf(before, attribute.id), readingOf(after, attribute.id)];
  const words = wordsOf(attribute, locale);
  const title = capital(words.title);
  if (was === undefined || is === undefined) return `${title}.`;
  return locale.reason({ title, before: words.value(was), after: words.value(is) });
}

/** How far the gain may be from the true one, by how open it is whether the edit helps. */
function spreadOf(
  { severity, confidence }: Tried,
  { sure }: SuggestionCalibration['gain'],
): number {
  return sure + severity * Math.sqrt(confidence * (1 - confidence));
}

function interval(
  value: number,
  spread: number,
  { level, below, above }: SuggestionCalibration['gain'],
): Gain {
  return {
    value: round(value, 2),
    low: round(value - below * spread, 2),
    high: round(value + above * spread, 2),
    level,
  };
}

/** For what no edit undoes: what to do about it by hand, or at the next shot. */
function adviceOn(
  findings: readonly Finding[],
  results: readonly AttributeResult[],
  locale: Locale,
): Advice[] {
  const [then] = locale.then;
  return findings.flatMap(({ attribute: id, kind, severity }): Advice[] => {
    const attribute = results.find((result) => result.attribute.id === id)?.attribute;
    if (kind !== 'weakness' || severity < WORTH_ADVICE) return [];
    if (attribute?.remedy.kind !== 'advice') return [];
    const { mend, nextTime } = wordsOf(attribute, locale);
    const text = mend?.[0] ?? nextTime?.[0].replace('{then}', then);
    return text === undefined ? [] : [{ attribute: id, text: `${capital(text)}.` }];
  });
}

/** As documents hold it: parameters to four decimals. */
function rounded(edit: Edit): Edit {
  return Object.fromEntries(
    Object.entries(edit).map(([name, value]) => [
      name,
      typeof value === 'number' ? round(value, 4) : value,
    ]),
  ) as unknown as Edit;
}
