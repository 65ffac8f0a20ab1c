import type { Attribute } from '@calm-sdk/core';
import type { Context, EngineFlags } from '../context.js';
import { DONE, withEngine } from '../context.js';
import { wrap } from '../terminal/columns.js';
import type { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

export interface AttributesFlags extends EngineFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

/** `calm attributes`: what is read from a picture, and what the figures mean. */
export async function attributes(context: Context, flags: AttributesFlags): Promise<number> {
  return withEngine(context, flags, async (engine) => {
    const { screen } = context;
    switch (flags.format) {
      case 'json':
        await screen.print(
          `${JSON.stringify({ attributes: engine.attributes.map(declared) }, undefined, 2)}\n`,
        );
        break;
      case 'markdown':
        await screen.print(markdown(engine.attributes));
        break;
      case 'text':
        await screen.print(text(engine.attributes, screen));
        break;
    }
    return DONE;
  });
}

/** What an attribute says of itself, without its code. */
function declared(attribute: Attribute): object {
  const {
    id,
    title,
    level,
    kind,
    meaning,
    unit,
    range,
    direction,
    fullSize,
    axis,
    excusedBy,
    appliesTo,
    change,
  } = attribute;
  return {
    id,
    title,
    level,
    kind,
    meaning,
    unit,
    range,
    direction,
    fullSize: fullSize === true,
    axis: axis ?? null,
    excusedBy: excusedBy ?? [],
    appliesTo: appliesTo ?? null,
    change:
      change === undefined
        ? null
        : { parameter: change.parameter, strengths: change.strengths, range: change.range },
  };
}

const BETTER = { 'lower-is-better': 'lower', 'higher-is-better': 'higher' } as const;

/** The kinds of picture in which an attribute is read. */
function kindsIn(kinds: Attribute['appliesTo']): string {
  return kinds?.join(', ') ?? 'all';
}

function markdown(attributes_: readonly Attribute[]): string {
  const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = attributes_.map(
    ({ id, level, kind, appliesTo, unit, direction, meaning }) =>
      `| \`${id}\` | ${level} | ${kind} | ${kindsIn(appliesTo)} | ${cell(unit)} | ${BETTER[direction]} | ${cell(meaning)} |`,
  );
  return [
    '| id | level | kind | read in | unit | better | meaning |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** A line each, its meaning beneath. */
function text(attributes_: readonly Attribute[], { colours, width }: Screen): string {
  const columns = [
    { title: 'Attribute' },
    { title: 'Level' },
    { title: 'Kind' },
    { title: 'Read in' },
    { title: 'Unit' },
    { title: 'Better' },
  ];
  const rows = attributes_.map(({ id, level, kind, appliesTo, unit, direction }) => [
    id,
    level,
    kind,
    kindsIn(appliesTo),
    unit === '' ? '–' : unit,
    BETTER[direction],
  ]);
  const [heading = '', ...lines] = table(columns, rows, undefined, (line) => colours.bold(line));
  const blocks = lines.map((line, index) => {
    const meaning = attributes_[index]?.meaning ?? '';
    const below = width === undefined ? [meaning] : wrap(meaning, width - 4);
    return [line, ...below.map((each) => colours.dim(`    ${each}`))].join('\n');
  });
  return `${[heading, ...blocks].join('\n')}\n\n${attributes_.length} attributes.\n`;
}
