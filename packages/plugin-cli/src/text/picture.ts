/** One picture, told to a person. */
import {
  degreeOf,
  type Assessment,
  type CaptureFacts,
  type Finding,
  type PersonalContribution,
  type PersonalScore,
  type Score,
} from '@calm-sdk/core';
import type { Detail } from '../formats/json.js';
import { bar } from '../terminal/bar.js';
import { cells, cutEnd, cutMiddle, padEnd, wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Colours } from '../terminal/screen.js';
import { percent, signedTenths, tenths, toTenths } from './numbers.js';
import { NO_TASTE } from '../tastes/advice.js';
import { regionLines } from './regions.js';
import { shownTenths } from './shown-parts.js';
import { shownName } from './shown-names.js';
import { suggestionLines } from './suggestions.js';
import {
  OVERALL_IMPRESSION,
  axisOf,
  onePerAxis,
  titleOf,
  topicsOf,
  valueText,
  type Registry,
} from './readings.js';
import type { ScreenWords, Stand } from './words.js';

export interface PictureTextOptions {
  readonly registry: Registry;
  readonly colours: Colours;
  /** Cells of a line, or `undefined` for lines of any length. */
  readonly width: number | undefined;
  readonly detail: Detail;
  /** The score that was asked for, to say where the picture falls short of it. */
  readonly minScore?: number | undefined;
}

/** Contributions shown by name unless all are asked for; the rest is one line. */
const NAMED_PARTS = 7;
/** Findings of each kind shown unless all are asked for. */
const NAMED_FINDINGS = 4;
const WIDE = 100;

/** The screen of one assessed picture, lines ended by line feeds. */
export function pictureText(assessment: Assessment, options: PictureTextOptions): string {
  const blocks = [
    headLines(assessment, options),
    scoreLines(assessment, options),
    commentLines(assessment, options),
    ...(options.detail === 'short'
      ? []
      : [
          whyLines(assessment, options),
          whyYoursLines(assessment, options),
          ...findingBlocks(assessment, options),
        ]),
    assessment.suggestions === undefined
      ? []
      : suggestionLines(assessment.suggestions, { ...options, told: assessment.comment }),
    ...(options.detail === 'full'
      ? [
          whereLines(assessment, options),
          readingLines(assessment, options),
          modelLines(assessment, options),
        ]
      : []),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

/** What it comes to, in sentences. */
function commentLines({ comment }: Assessment, { width = WIDE }: PictureTextOptions): string[] {
  if (comment === undefined) return [];
  const lines = wrap(printable(comment.text), Math.min(width, WIDE) - INDENT.length);
  return lines.map((line) => INDENT + line);
}

const INDENT = '  ';

function headLines(
  assessment: Assessment,
  { registry: { words }, colours, width, detail }: PictureTextOptions,
): string[] {
  const { picture, domain, source } = assessment;
  const facts = `${words.domains[domain.id]}   ${picture.width} × ${picture.height}${picture.preview ? `, ${words.preview}` : ''}`;
  const name = printable(source.path ?? source.name ?? source.kind);
  const shown =
    width === undefined ? name : cutMiddle(name, Math.max(16, width - cells(facts) - 3));
  const lines = [`${colours.bold(shown)}   ${facts}`];
  if (detail === 'full' && picture.capture !== undefined) {
    const capture = captureText(picture.capture);
    if (capture !== '') lines.push(colours.dim(fit(capture, width)));
  }
  return lines;
}

function captureText(facts: CaptureFacts): string {
  const { exposureTime: time } = facts;
  return [
    facts.camera,
    facts.lens,
    facts.focalLength === undefined ? undefined : `${round(facts.focalLength)} mm`,
    facts.fNumber === undefined ? undefined : `f/${round(facts.fNumber)}`,
    time === undefined
      ? undefined
      : time >= 0.3
        ? `${round(time)} s`
        : `1/${Math.round(1 / time)} s`,
    facts.iso === undefined ? undefined : `ISO ${facts.iso}`,
    facts.takenAt?.replace('T', ' '),
  ]
    .filter((part) => part !== undefined)
    .map(printable)
    .join('   ');
}

const round = (value: number): number => Math.round(value * 10) / 10;

const LABEL = 13;

function scoreLines(assessment: Assessment, options: PictureTextOptions): string[] {
  const { score } = assessment;
  if (score === undefined) return [];
  const { registry, colours, width = WIDE, minScore } = options;
  const { words } = registry;
  const room = Math.max(6, Math.min(20, width - LABEL - 11 - 20));
  const shown = (value: number): string => words.figure(tenths(toTenths(value)));
  const scaled = (value: number): string =>
    `${shown(value).padStart(4)} ${words.ofTen}`.trimStart().padEnd(9);
  const rest = ' '.repeat(LABEL);
  const likely = words.likely(shown(score.interval.low), shown(score.interval.high));
  const lines: string[] = [];
  if (score.abstained) {
    wrap(words.notSure(shown(score.value), likely), width - LABEL).forEach((line, index) => {
      lines.push((index === 0 ? label(words.score) : rest) + line);
    });
  } else {
    lines.push(
      `${label(words.score)}${colours.bold(scaled(score.value))}  ${colours.cyan(bar(score.value / 10, room))}  ${likely}`,
      rest +
        words.betterThan(
          percent(score.percentile),
          score.reference.size,
          words.references[assessment.domain.id],
        ),
    );
  }
  if (minScore !== undefined && score.value < minScore) {
    lines.push(rest + colours.red(words.below(words.figure(String(minScore)))));
  }
  lines.push(
    `${label(words.technical)}${scaled(score.technical)}  ${colours.cyan(bar(score.technical / 10, room))}`,
  );
  if (score.personal !== undefined) {
    const { personal } = score;
    const { low, high } = personal.interval;
    const likelyYours = personal.overridden ? '' : `  ${words.likely(shown(low), shown(high))}`;
    lines.push(
      `${label(words.yours)}${colours.bold(scaled(personal.value))}  ${colours.cyan(bar(personal.value / 10, room))}${likelyYours}`,
      ...wrap(whoseText(personal, score.value, words), width - LABEL).map((line) => rest + line),
    );
  }
  return lines;
}

function whoseText(
  { profile = '', ratings, weight, overridden, value }: PersonalScore,
  general: number,
  words: ScreenWords,
): string {
  const by = signedTenths(toTenths(value) - toTenths(general));
  const stand: Stand = overridden
    ? { kind: 'set' }
    : ratings === 0
      ? { kind: 'unsaid' }
      : weight < NO_TASTE
        ? { kind: 'general' }
        : { kind: 'differs', by: words.figure(by) };
  return words.whose(printable(profile), ratings, stand);
}

/** What the person's taste adds to the general score, in parts that add up as they are shown. */
function whyYoursLines(assessment: Assessment, options: PictureTextOptions): string[] {
  const { score } = assessment;
  const { contributions = [], value } = score?.personal ?? {};
  if (score === undefined || value === undefined || contributions.length === 0) return [];
  const total = toTenths(value) - toTenths(score.value);
  if (total === 0) return [];
  const { registry, colours, width, detail } = options;
  const { words } = registry;
  const named = detail === 'full' ? contributions.length : NAMED_PARTS;
  const topics = contributions.filter(({ kind }) => kind !== 'overall').slice(0, named);
  const left = contributions
    .filter((part) => !topics.includes(part))
    .reduce((sum, part) => sum + part.value, 0);
  const parts = [
    ...topics.map(({ kind, topic, value: points }) => ({
      title: personalTitle(kind, topic, registry),
      text: kind === 'reading' ? valueText(topic, assessment, registry) : '',
      hundredths: Math.round(points * 100),
    })),
    { title: words.noTopic, text: '', hundredths: Math.round(left * 100) },
  ];
  const tenthsShown = shownTenths(
    parts.map(({ hundredths }) => hundredths),
    total,
  );
  const visible = parts
    .map((part, index) => ({ ...part, shown: tenthsShown[index] as number }))
    .filter(({ shown }) => shown !== 0);
  const titleWidth = Math.max(...visible.map(({ title }) => cells(title)));
  return [
    colours.bold(words.whyYours(words.figure(signedTenths(total)))),
    ...visible.map(
      ({ title, text, shown }) =>
        `  ${signed(shown, registry, colours)}  ${entry(title, titleWidth, text, 8, width, colours)}`,
    ),
  ];
}

function personalTitle(
  kind: PersonalContribution['kind'],
  topic: string,
  registry: Registry,
): string {
  const { words, locale } = registry;
  switch (kind) {
    case 'reading':
      return titleOf(topic, registry);
    case 'shown':
      return words.shows(shownName(topic, locale.id));
    case 'consensus':
      return words.consensus;
    case 'overall':
      return words.noTopic;
  }
}

const label = (text: string): string => `  ${text}`.padEnd(LABEL);

/** The score's distance from the average in signed parts, which add up as they are shown. */
function whyLines(assessment: Assessment, options: PictureTextOptions): string[] {
  const { score } = assessment;
  // A score that the model does not stand by is not explained either.
  if (score === undefined || score.abstained || score.contributions.length === 0) return [];
  const { registry, colours, detail, width } = options;
  const { words } = registry;
  const total = toTenths(score.value) - toTenths(score.reference.mean);
  const topics = topicsOf(assessment, registry);
  const bySize = topics.toSorted((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths));
  const named = new Set(detail === 'full' ? topics : bySize.slice(0, NAMED_PARTS));
  const candidates = topics.filter((topic) => named.has(topic));
  const others = topics.filter((topic) => !named.has(topic));
  const othersSum = others.reduce((sum, { hundredths }) => sum + hundredths, 0);
  const parts = shownTenths([...candidates.map(({ hundredths }) => hundredths), othersSum], total);
  const lines = candidates.map((topic, index) => ({ topic, shown: parts[index] as number }));
  const visible = lines.filter(({ shown }) => shown !== 0);
  const together = parts.at(-1) as number;

  const impression = visible
    .filter(({ topic }) => topic.id === OVERALL_IMPRESSION)
    .reduce((sum, { shown }) => sum + shown, 0);
  const explained = total - impression;
  const average = words.figure(tenths(toTenths(score.reference.mean)));
  const value = words.figure(tenths(toTenths(score.value)));
  const [part, whole] = [explained, total].map((each) => words.figure(signedTenths(each)));
  const opening = words.why(value, total === 0 ? undefined : average);
  const heading = `${opening} (${words.explained(part ?? '', whole ?? '')})`;

  const titleWidth = Math.max(0, ...visible.map(({ topic }) => cells(topic.title)));
  const shownLines = visible.map(
    ({ topic, shown }) =>
      `  ${signed(shown, registry, colours)}  ${entry(topic.title, titleWidth, topic.text, 8, width, colours)}`,
  );
  const listed = new Set(visible.map(({ topic }) => topic.id));
  const unnamed = onePerAxis(assessment, registry).filter(
    ({ id, status }) => status === 'measured' && !listed.has(id),
  ).length;
  const more = words.more(unnamed);
  if (together !== 0) {
    shownLines.push(
      `  ${signed(together, registry, colours)}  ${colours.dim(`${more}: --detail full`)}`,
    );
  } else if (unnamed > 0 && detail !== 'full') {
    const concern = assessment.findings.some(
      ({ kind, attribute }) => kind === 'weakness' && !listed.has(attribute),
    );
    const remark = `${' '.repeat(8)}${more}${concern ? '' : `, ${words.noneAConcern}`}: --detail full`;
    shownLines.push(colours.dim(fit(remark, width)));
  }
  return [...wrapHeading(heading, width).map((line) => colours.bold(line)), ...shownLines];
}

/** Where the score comes from, drawn. A score that the model does not stand by comes from nowhere. */
function whereLines(
  { score, regions }: Assessment,
  { registry: { words }, colours, width }: PictureTextOptions,
): string[] {
  if (regions === undefined || score === undefined || score.abstained) return [];
  const [value, average] = [score.value, regions.base].map((each) =>
    words.figure(tenths(toTenths(each))),
  );
  const heading = words.whereFrom(value ?? '', average ?? '');
  return [
    ...wrapHeading(heading, width).map((line) => colours.bold(line)),
    ...regionLines(regions, colours, width ?? WIDE),
  ];
}

function signed(value: number, { words }: Registry, colours: Colours): string {
  const text = words.figure(signedTenths(value)).padStart(4);
  return value > 0 ? colours.green(text) : value < 0 ? colours.red(text) : text;
}

function entry(
  title: string,
  titleWidth: number,
  text: string,
  indent: number,
  width: number | undefined,
  colours: Colours,
  /** What is never cut. */
  end = '',
): string {
  const start = padEnd(title, titleWidth);
  const room = width === undefined ? Infinity : width - indent - titleWidth - 3 - cells(end);
  const shown = room === Infinity ? text : cutEnd(text, Math.max(8, room));
  return `${start}   ${colours.dim(shown + end)}`;
}

const KINDS: readonly Finding['kind'][] = ['strength', 'weakness', 'style'];

function findingBlocks(assessment: Assessment, options: PictureTextOptions): string[][] {
  const { registry, colours, detail, width } = options;
  const { words } = registry;
  return KINDS.map((kind) => {
    const [one, many] = words.findings[kind];
    const axes = new Set<string>();
    const findings = assessment.findings
      .filter((finding) => finding.kind === kind)
      .filter(({ attribute }) => {
        const axis = axisOf(attribute, registry);
        if (axes.has(axis)) return false;
        axes.add(axis);
        return true;
      });
    const shown = detail === 'full' ? findings : findings.slice(0, NAMED_FINDINGS);
    if (shown.length === 0) return [];
    const titleWidth = Math.max(
      ...shown.map(({ attribute }) => cells(titleOf(attribute, registry))),
    );
    const lines = shown.map((finding) => {
      const degree = kind === 'weakness' ? ` (${words.degrees[degreeOf(finding.severity)]})` : '';
      const text = valueText(finding.attribute, assessment, registry);
      const title = titleOf(finding.attribute, registry);
      return `  ${entry(title, titleWidth, text, 2, width, colours, degree)}`;
    });
    const hidden = findings.length - shown.length;
    if (hidden > 0) lines.push(colours.dim(`  ${words.andMore(hidden)}: --detail full`));
    return [colours.bold(shown.length === 1 && hidden === 0 ? one : many), ...lines];
  });
}

const LEVELS = ['low', 'middle', 'high'] as const;

/** Every reading, level by level, with its own bar: full is no concern. */
function readingLines(assessment: Assessment, options: PictureTextOptions): string[] {
  const { registry, colours, width } = options;
  const readings = onePerAxis(assessment, registry);
  if (readings.length === 0) return [];
  const titleWidth = Math.max(...readings.map(({ id }) => cells(titleOf(id, registry))));
  const lines = LEVELS.flatMap((level) =>
    readings
      .filter((reading) => reading.level === level)
      .map((reading, index) => {
        const gauge = reading.status === 'measured' ? bar(reading.score, 10) : ' '.repeat(10);
        const start = `  ${(index === 0 ? registry.words.levels[level] : '').padEnd(6)}  `;
        const text = valueText(reading.id, assessment, registry);
        return `${start}${colours.cyan(gauge)}  ${entry(titleOf(reading.id, registry), titleWidth, text, start.length + 12, width, colours)}`;
      }),
  );
  return [
    ...wrapHeading(registry.words.readings, width).map((line) => colours.bold(line)),
    ...lines,
  ];
}

const STEPS = '▁▂▃▄▅▆▇█';

/** The expected votes as a row of ten columns. */
function votes({ distribution }: Score): string {
  const most = Math.max(...distribution);
  return distribution
    .map((share) => STEPS[Math.round((share / most) * (STEPS.length - 1))] ?? STEPS[0])
    .join('');
}

function modelLines(
  { score, stamps, picture }: Assessment,
  { registry: { words }, width }: PictureTextOptions,
): string[] {
  const facts: [string, string][] = [];
  if (score !== undefined) {
    const { interval, reference, confidence } = score;
    facts.push(
      [words.votes, `0 ${votes(score)} 10`],
      [
        words.certainty,
        words.certain(`${Math.round(confidence * 100)} %`, `${Math.round(interval.level * 100)} %`),
      ],
      [
        words.reference,
        words.referenceSet(
          printable(reference.id),
          reference.size,
          words.figure(tenths(toTenths(reference.mean))),
        ),
      ],
    );
  }
  facts.push(
    [
      words.model,
      printable(words.modelFacts(stamps.model.id, stamps.engine, stamps.preprocessing)),
    ],
    ['SHA-256', picture.sha256],
  );
  return facts.flatMap(([name, text]) =>
    (width === undefined ? [text] : wrap(text, width - LABEL)).map(
      (line, index) => (index === 0 ? label(name) : ' '.repeat(LABEL)) + line,
    ),
  );
}

function fit(text: string, width: number | undefined): string {
  return width === undefined ? text : cutEnd(text, width);
}

function wrapHeading(text: string, width: number | undefined): string[] {
  return width === undefined ? [text] : wrap(text, width);
}

/** The attribute that matters most among findings of a kind, for a row. */
export function mainFinding(
  assessment: Assessment,
  kind: Finding['kind'],
  registry: Registry,
): string | undefined {
  const finding = assessment.findings.find((each) => each.kind === kind);
  return finding === undefined || finding.attribute === OVERALL_IMPRESSION
    ? undefined
    : titleOf(finding.attribute, registry);
}
