/** From records to the table: how each attribute answers to the change that it names. */
import { variety } from '../variety.mjs';
import { KINDS, namesOf, STRENGTHS } from './kinds.mjs';
import { auc, mean, spearman } from './statistics.mjs';

/** A weakness from this severity on is a false alarm on a clean photograph. */
const ALARM = 0.5;
/** Named: among so many first weaknesses. */
const FIRST = 3;

/** What the benchmark asks for. */
export const TARGETS = { rightWayMedium: 0.97, rightWayMediumEach: 0.85, falseAlarms: 0.15 };

/**
 * @param records of `assess.mjs`, with `base` as a hash
 * @returns rows by kind, strength and implementation (`own`, `second`, `both`), and what clean photographs show
 */
export function tabulate(records, bases) {
  const originals = new Map(
    records.filter(({ kind }) => kind === undefined).map((record) => [record.base, record]),
  );
  const rows = [];
  for (const kind of KINDS) {
    const changed = records.filter(
      (record) => record.kind === kind.id && originals.has(record.base),
    );
    for (const implementation of ['own', 'second', 'both']) {
      const mine = changed.filter(
        (record) => implementation === 'both' || record.implementation === implementation,
      );
      if (mine.length === 0) continue;
      const monotone = monotonicity(kind, mine, originals);
      for (const strength of STRENGTHS) {
        const records = mine.filter((record) => record.strength === strength);
        rows.push({
          kind: kind.id,
          implementation,
          strength,
          ...monotone,
          ...row(kind.id, records, originals),
        });
      }
    }
  }
  return { rows, overall: overall(rows), clean: clean([...originals.values()], bases) };
}

function row(id, records, originals) {
  const changed = records.filter(({ noRoom }) => noRoom !== true);
  const names = namesOf(id);
  const pairs = changed
    .map((record) => ({ before: originals.get(record.base), after: record }))
    .filter(({ before }) => before.readings[id] !== undefined);
  const lower = pairs.filter(({ before, after }) => scoreOf(after, id) < scoreOf(before, id));
  const scored = pairs.filter(({ before }) => before.technical !== undefined);
  const contributed = pairs.filter(({ before }) => before.contributions?.[id] !== undefined);
  return {
    pictures: changed.length,
    noRoom: records.length - changed.length,
    rightWay: share(lower.length, pairs.length),
    auc: auc(
      [...new Set(changed.map(({ base }) => originals.get(base)))]
        .map((record) => scoreOf(record, id))
        .filter(Number.isFinite),
      changed.map((record) => scoreOf(record, id)).filter(Number.isFinite),
    ),
    named: share(
      changed.filter(({ weaknesses }) =>
        weaknesses.slice(0, FIRST).some(([attribute]) => names.has(attribute)),
      ).length,
      changed.length,
    ),
    told: share(
      changed.filter(({ blamed }) => blamed.some((attribute) => names.has(attribute))).length,
      changed.length,
    ),
    technicalLower: share(
      scored.filter(({ before, after }) => after.technical < before.technical).length,
      scored.length,
    ),
    contributionMovesMost: share(
      contributed.filter(({ before, after }) => names.has(movesMost(before, after))).length,
      contributed.length,
    ),
  };
}

/** The reading's concern; an attribute that cannot be measured any more has not moved the right way. */
function scoreOf(record, id) {
  return record.readings[id]?.[1] ?? NaN;
}

/** Mean over pictures of Spearman's correlation between strength (none, weak, medium, strong) and concern. */
function monotonicity(kind, records, originals) {
  const byPicture = groupBy(records, (record) => `${record.base} ${record.implementation}`);
  const correlations = [];
  const strengths = [];
  const concerns = [];
  for (const series of byPicture.values()) {
    const points = [{ strength: 0, record: originals.get(series[0].base) }];
    for (const record of series) {
      if (record.noRoom !== true) {
        points.push({ strength: Math.abs(kind.strengths[record.strength] - kind.neutral), record });
      }
    }
    const known = points.filter(({ record }) => record.readings[kind.id] !== undefined);
    if (known.length < 3) continue;
    const concern = known.map(({ record }) => -scoreOf(record, kind.id));
    correlations.push(
      spearman(
        known.map(({ strength }) => strength),
        concern,
      ),
    );
    strengths.push(...known.map(({ strength }) => strength));
    concerns.push(...concern);
  }
  return { monotonicity: mean(correlations), pooledSpearman: spearman(strengths, concerns) };
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}

/** The attribute whose contribution changed most, the overall impression aside. */
function movesMost(before, after) {
  let [most, by] = [undefined, 0];
  for (const [attribute, value] of Object.entries(after.contributions)) {
    if (attribute === 'overall-impression') continue;
    const moved = Math.abs(value - (before.contributions[attribute] ?? 0));
    if (moved > by) [most, by] = [attribute, moved];
  }
  return most;
}

/** At medium strength, over all kinds, of each implementation. */
function overall(rows) {
  return ['own', 'second', 'both'].map((implementation) => {
    const medium = rows.filter(
      (row) => row.implementation === implementation && row.strength === 'medium',
    );
    const weighted = (key) => {
      const known = medium.filter((row) => row[key] !== undefined);
      const of = known.reduce((sum, row) => sum + row.pictures, 0);
      return of === 0
        ? undefined
        : known.reduce((sum, row) => sum + row[key] * row.pictures, 0) / of;
    };
    return {
      implementation,
      kinds: medium.length,
      pictures: medium.reduce((sum, row) => sum + row.pictures, 0),
      rightWay: weighted('rightWay'),
      auc: mean(medium.map((row) => row.auc).filter((value) => value !== undefined)),
      monotonicity: mean(
        medium.map((row) => row.monotonicity).filter((value) => value !== undefined),
      ),
      named: weighted('named'),
      told: weighted('told'),
      contributionMovesMost: weighted('contributionMovesMost'),
      below: medium
        .filter((row) => row.rightWay < TARGETS.rightWayMediumEach)
        .map((row) => row.kind),
    };
  });
}

/** What is said of photographs that show no weakness. */
function clean(originals, bases) {
  const fileOf = new Map(bases.map((base) => [base.sha256, base]));
  const alarms = originals.map(({ base, weaknesses }) => ({
    base: fileOf.get(base),
    alarms: weaknesses.filter(([, severity]) => severity >= ALARM),
  }));
  const byAttribute = groupBy(
    alarms.flatMap(({ base, alarms }) =>
      alarms.map(([attribute, severity]) => ({ attribute, severity, base })),
    ),
    ({ attribute }) => attribute,
  );
  const bySet = groupBy(alarms, ({ base }) => base.set);
  return {
    pictures: originals.length,
    any: share(alarms.filter(({ alarms }) => alarms.length > 0).length, originals.length),
    blamed: share(originals.filter(({ blamed }) => blamed.length > 0).length, originals.length),
    comments: variety(originals.map(({ sentences }) => sentences)),
    bySet: Object.fromEntries(
      [...bySet].map(([set, of]) => [
        set,
        {
          pictures: of.length,
          any: share(of.filter(({ alarms }) => alarms.length > 0).length, of.length),
        },
      ]),
    ),
    byAttribute: [...byAttribute]
      .map(([attribute, of]) => ({
        attribute,
        share: of.length / originals.length,
        examples: of
          .sort((a, b) => b.severity - a.severity)
          .slice(0, 8)
          .map(({ base, severity }) => ({ file: base.file, severity })),
      }))
      .sort((a, b) => b.share - a.share),
  };
}

function share(part, whole) {
  return whole === 0 ? undefined : part / whole;
}

/** The table as Markdown. */
export function toMarkdown({ rows, overall, clean }, { machine, date, build }) {
  const lines = [
    '# The change benchmark',
    '',
    `${date}, ${machine}. Build ${build} (engine and changes). ${clean.pictures} clean photographs.`,
    'Made by `node benchmarks/changes/run.mjs`; what the columns mean is in `benchmarks/changes/README.md`.',
    '',
    '## Medium strength, all kinds',
    '',
    '| changes by | kinds | pictures | right way | AUC | monotonicity | named | comment tells | contribution moves most | kinds below .85 right way |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...overall.map((o) =>
      cells([
        o.implementation,
        o.kinds,
        o.pictures,
        percent(o.rightWay),
        decimal(o.auc),
        decimal(o.monotonicity),
        percent(o.named),
        percent(o.told),
        percent(o.contributionMovesMost),
        o.below.join(', ') || 'none',
      ]),
    ),
    '',
    '## Clean photographs',
    '',
    `Any weakness of severity .5 or more: **${percent(clean.any)}** (asked: at most ${percent(TARGETS.falseAlarms)}).`,
    '',
    `Comments that blame anything: **${percent(clean.blamed)}**. Half of the comments have at least ${clean.comments.words.middle} words; of their pairs of words ${percent(clean.comments.distinct2)} are distinct over all comments, and ${percent(clean.comments.repeated)} of their sentences stand in another comment too.`,
    '',
    '| set | pictures | any |',
    '|---|---|---|',
    ...Object.entries(clean.bySet).map(([set, { pictures, any }]) =>
      cells([set, pictures, percent(any)]),
    ),
    '',
    '| attribute | false alarms |',
    '|---|---|',
    ...clean.byAttribute.map(({ attribute, share }) => cells([attribute, percent(share)])),
  ];
  for (const implementation of ['both', 'own', 'second']) {
    const mine = rows.filter((row) => row.implementation === implementation);
    if (mine.length === 0) continue;
    lines.push(
      '',
      `## By kind, changes by ${{ both: 'both implementations', own: 'the attributes themselves', second: 'the second implementation' }[implementation]}`,
      '',
      '| kind | pictures | right way w / m / s | AUC w / m / s | named w / m / s | comment tells w / m / s | monotonicity | pooled Spearman | technical lower w / m / s | contribution moves most (m) |',
      '|---|---|---|---|---|---|---|---|---|---|',
    );
    for (const { id } of KINDS) {
      const [weak, medium, strong] = STRENGTHS.map((strength) =>
        mine.find((row) => row.kind === id && row.strength === strength),
      );
      if (medium === undefined) continue;
      const three = (key, format) =>
        [weak, medium, strong].map((row) => format(row?.[key])).join(' / ');
      lines.push(
        cells([
          id,
          medium.pictures,
          three('rightWay', percent),
          three('auc', decimal),
          three('named', percent),
          three('told', percent),
          decimal(medium.monotonicity),
          decimal(medium.pooledSpearman),
          three('technicalLower', percent),
          percent(medium.contributionMovesMost),
        ]),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function cells(values) {
  return `| ${values.join(' | ')} |`;
}

function percent(value) {
  return value === undefined || Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`;
}

function decimal(value) {
  return value === undefined || Number.isNaN(value)
    ? '–'
    : value.toFixed(3).replace(/^(-?)0\./, '$1.');
}
