/** An assessment in the words and values of the catalogue's fields. */
import { ATTRIBUTES } from '../definitions/attributes';
import { LONGEST_TEXT, type FieldTexts } from '../definitions/fields';
import type { Assessment } from '../engine/protocol';

/** Contributions below this are the rounding of what is shown. */
const LEAST_SHOWN = 0.05;
const MOST_REASONS = 6;

type Score = NonNullable<Assessment['score']>;

/** What an assessment says; without what depends on the photograph and on other photographs. */
export function textsOf(assessment: Assessment): FieldTexts {
  const { score } = assessment;
  if (score === undefined) return {};
  const { personal } = score;
  return {
    score: scoreText(score),
    band: bandOf(score.value, score.abstained),
    technical: score.technical === undefined ? undefined : bandOf(score.technical, false),
    mine:
      personal === undefined
        ? undefined
        : `${one(personal.value)} (${one(personal.interval.low)}–${one(personal.interval.high)})`,
    myBand: personal === undefined ? undefined : bandOf(personal.value, false),
    strength: outstanding(assessment, 'strength'),
    weakness: outstanding(assessment, 'weakness'),
    why: shortened(reasonTexts(score).join(', ')),
    advice: adviceText(assessment),
    value: string.format('%.2f', score.value),
    kind: assessment.domain.id,
    stamps: stampsText(assessment.stamps),
  } as FieldTexts;
}

/** What must agree for two scores to stand side by side. */
export function stampsText({ model, preprocessing, registry }: Assessment['stamps']): string {
  return `${model.sha256}/${preprocessing}/${registry}`;
}

export function scoreText({ value, interval, abstained }: Score): string {
  const range = `${one(interval.low)}–${one(interval.high)}`;
  return abstained ? LOC('$$$/Calm/Score/Unsure=not sure (^1)', range) : `${one(value)} (${range})`;
}

/** The value of an enumeration of points. */
function bandOf(value: number, abstained: boolean): string {
  if (abstained) return 'unsure';
  return string.format('%d', math.min(9, math.max(0, math.floor(value))));
}

function outstanding({ findings }: Assessment, kind: 'strength' | 'weakness'): string {
  for (const finding of findings ?? []) {
    if (finding.kind !== kind) continue;
    return ATTRIBUTES.some(({ id }) => id === finding.attribute) ? finding.attribute : 'other';
  }
  return 'none';
}

/** Such as "+0.5 depth separation", what no reading explains first. */
export function reasonTexts({ reasons }: Score): string[] {
  const bySize = [...(reasons ?? [])];
  table.sort(bySize, (a, b) => math.abs(a.value) > math.abs(b.value));
  const shown = bySize.slice(0, MOST_REASONS).filter(({ value }) => math.abs(value) >= LEAST_SHOWN);
  return (reasons ?? [])
    .filter((reason) => shown.includes(reason))
    .map(({ title, value }) => `${signed(value)} ${title}`);
}

function adviceText({ suggestions }: Assessment): string | undefined {
  const first = suggestions?.suggestions[0];
  if (first === undefined) return undefined;
  return shortened(`${first.text} (${signed(first.gain.value)})`);
}

/** A text of at most 511 bytes, cut between characters. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const ellipsis = '…';
  let end = LONGEST_TEXT - ellipsis.length;
  // Bytes from 80 to BF continue a character of UTF-8.
  while (end > 0 && isContinuation(string.byte(text, end + 1))) end -= 1;
  return `${string.sub(text, 1, end)}${ellipsis}`;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** With one decimal, and the comma where the language has one. */
export function one(value: number): string {
  return localised(string.format('%.1f', value));
}

export function signed(value: number): string {
  return localised(`${value < 0 ? '−' : '+'}${string.format('%.1f', math.abs(value))}`);
}

function localised(digits: string): string {
  const [pointless] = string.gsub(digits, '[.,]', LOC('$$$/Calm/DecimalMark=.'));
  return pointless;
}
