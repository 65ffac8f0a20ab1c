import {
  findLocale,
  inOrder,
  rankedBy,
  type Assessment,
  type AssessmentResult,
  type Engine,
  type FolderCache,
  type Rank,
} from '@calm-sdk/core';
import type { Context, EngineFlags } from '../context.js';
import { DONE, FAILED, WRONG_USAGE, withEngine } from '../context.js';
import { csvHeading, csvRow, personalCells, PERSONAL_COLUMNS } from '../formats/csv.js';
import { jsonLine, trim, type Detail } from '../formats/json.js';
import { failureText, type Format } from '../formats/report.js';
import { run, sayWhatWasPassed } from '../pictures/run.js';
import { isFolder } from '../pictures/walk.js';
import type { TasteFlags } from '../tastes/store.js';
import { seeWhatWasSaid, withNamedProfile } from '../tastes/with-taste.js';
import { Warnings } from '../text/warnings.js';
import { cutEnd } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';
import { percent, tenths, toTenths } from '../text/numbers.js';
import { mainFinding } from '../text/picture.js';
import { registryOf, type Registry } from '../text/readings.js';

export interface RankFlags extends EngineFlags, TasteFlags {
  readonly format: Format;
  readonly detail: Detail;
  readonly language: string;
  /** How many of each kind of picture are printed. */
  readonly top?: number;
}

/** What stays in memory of a picture until all are known. */
interface Entry {
  readonly result: Assessment;
  readonly value: number;
  readonly strength: string;
  readonly weakness: string;
}

type Kind = Assessment['domain']['id'];

/** A result with its place in the folder, as documents carry it. */
type Ranked = Omit<Assessment, 'rank'> & { readonly rank: Rank };

/**
 * `calm rank`: a folder's pictures from best to worst, each kind of picture by itself, for scores of different kinds do
 * not compare; with a profile by what its person would think of them. A run that is stopped prints the order of what is done; the next one goes on from there.
 */
export async function rank(context: Context, folder: string, flags: RankFlags): Promise<number> {
  const { screen } = context;
  switch (await isFolder(folder)) {
    case undefined:
      screen.problem(`there is no folder ${folder}`);
      return FAILED;
    case false:
      screen.problem(`${folder} is a file: rank takes a folder. To assess files, use: calm assess`);
      return WRONG_USAGE;
    case true:
  }
  const { language, profile } = flags;
  const work = async (engine: Engine, cache: FolderCache | undefined): Promise<number> => {
    if (profile !== undefined) await seeWhatWasSaid(context, engine, profile);
    const settings = { language, ...(profile === undefined ? {} : { profile }) };
    const registry = registryOf(engine.attributes, findLocale(engine.locales, language));
    const kinds = new Map<Kind, Entry[]>();
    const failures: Extract<AssessmentResult, { status: 'failed' }>[] = [];
    const warnings = new Warnings();
    let done = 0;
    const passed = await run(context, engine, [folder], settings, (result) => {
      if (result.status === 'failed') {
        failures.push(result);
        if (flags.format === 'text') screen.problem(failureText(result));
        return Promise.resolve();
      }
      done += 1;
      warnings.add(result.warnings);
      const kind = kinds.get(result.domain.id) ?? [];
      kinds.set(result.domain.id, kind);
      kind.push({
        result: keep(result, flags),
        value: rankedBy(result.score),
        strength: mainFinding(result, 'strength', registry) ?? '–',
        weakness: mainFinding(result, 'weakness', registry) ?? '–',
      });
      return Promise.resolve();
    });

    const ranked = [...kinds]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([kind, entries]) => ({
        kind,
        entries: inOrder(entries, ({ value }) => value).slice(0, flags.top),
      }));
    const documents = ranked.flatMap(({ entries }) =>
      entries.map(({ item, place }): Ranked => ({ ...item.result, rank: place })),
    );
    await print(screen, flags, { documents, failures, ranked, registry });
    if (warnings.line !== undefined && flags.format === 'text') screen.problem(warnings.line);

    if (context.interrupt.aborted) {
      const next = cache === undefined ? '' : '; the same command goes on from here';
      screen.notice(`This is the order of what was assessed${next}.`);
    } else if (flags.format === 'text' && cache !== undefined && cache.hits > 0) {
      screen.notice(`${cache.hits} of ${done} remembered from before.`);
    }
    const nothing = sayWhatWasPassed(context, passed, done + failures.length);
    return failures.length > 0 || nothing ? FAILED : DONE;
  };
  return withNamedProfile(context, flags, (more) => withEngine(context, flags, work, more));
}

/** Only what will be printed, so that ten thousand pictures fit into memory. */
function keep(result: Assessment, { format, detail }: RankFlags): Assessment {
  if (format === 'csv')
    return detail === 'full' ? { ...result, findings: [] } : trim(result, 'short');
  return trim(result, format === 'text' ? 'short' : detail);
}

type Placed = ReturnType<typeof inOrder<Entry>>[number];

interface Ranking {
  readonly documents: readonly Ranked[];
  readonly failures: readonly Extract<AssessmentResult, { status: 'failed' }>[];
  readonly ranked: readonly { kind: Kind; entries: readonly Placed[] }[];
  readonly registry: Registry;
}

async function print(screen: Screen, flags: RankFlags, ranking: Ranking): Promise<void> {
  const { documents, failures, ranked, registry } = ranking;
  switch (flags.format) {
    case 'text':
      for (const [index, { kind, entries }] of ranked.entries()) {
        await screen.print(
          `${index === 0 ? '' : '\n'}${rankText(kind, entries, registry, screen)}`,
        );
      }
      return;
    case 'json': {
      const lines = [...documents, ...failures].map(jsonLine);
      await screen.print(
        lines.length === 0 ? '{"results":[]}\n' : `{"results":[\n${lines.join(',\n')}\n]}\n`,
      );
      return;
    }
    case 'jsonl':
      for (const document of [...documents, ...failures])
        await screen.print(`${jsonLine(document)}\n`);
      return;
    case 'csv': {
      const attributes = flags.detail === 'full' ? [...registry.attributes.keys()] : [];
      const personal = flags.profile !== undefined;
      const columns = ['position', 'of', 'folder-percentile'];
      await screen.print(
        csvHeading(attributes, [...columns, ...(personal ? PERSONAL_COLUMNS : [])]),
      );
      for (const { rank: place, ...document } of documents) {
        const { position, of, percentile } = place;
        const cells = [position, of, percentile ?? undefined];
        await screen.print(
          csvRow(document, attributes, [...cells, ...(personal ? personalCells(document) : [])]),
        );
      }
      for (const failure of failures) {
        const cells = columns.map(() => undefined);
        await screen.print(
          csvRow(failure, attributes, [...cells, ...(personal ? personalCells(failure) : [])]),
        );
      }
      return;
    }
  }
}

const FINDING_CELLS = 22;
const BOTH_FINDINGS = 90;

function rankText(
  kind: Kind,
  entries: readonly Placed[],
  { words }: Registry,
  screen: Screen,
): string {
  const { colours, width } = screen;
  const both = width === undefined || width >= BOTH_FINDINGS;
  const of = entries[0]?.place.of ?? 0;
  const profile = entries[0]?.item.result.score?.personal?.profile;
  const title = `${words.ofKind(kind, of, entries.length)}${profile === undefined ? '' : words.orderedFor(printable(profile))}`;
  const titles = words.columns;
  const columns = [
    { title: titles.place, align: 'right' as const },
    ...(profile === undefined ? [] : [{ title: titles.yours, align: 'right' as const }]),
    { title: titles.score, align: 'right' as const },
    { title: titles.beats, align: 'right' as const },
    { title: titles.picture, cut: 'middle' as const },
    ...(both ? [{ title: titles.strength }] : []),
    { title: titles.weakness },
  ];
  // A mark beside some scores must not move the others.
  const marked = entries.some(({ item }) => item.result.score?.abstained === true);
  const rows = entries.map(({ item: entry, place }) => {
    const { score, source } = entry.result;
    const figure = (points: number): string => words.figure(tenths(toTenths(points)));
    const value = score === undefined ? '' : figure(score.value);
    const yours = score?.personal === undefined ? '' : figure(score.personal.value);
    return [
      String(place.position),
      ...(profile === undefined ? [] : [yours]),
      marked ? `${value}${score?.abstained === true ? '?' : ' '}` : value,
      place.percentile === null ? '' : percent(place.percentile),
      printable(source.path ?? ''),
      ...(both ? [cutEnd(entry.strength, FINDING_CELLS)] : []),
      cutEnd(entry.weakness, FINDING_CELLS),
    ];
  });
  const lines = table(columns, rows, width, (line) => colours.dim(line));
  return `${[colours.bold(title), ...lines].join('\n')}\n`;
}
