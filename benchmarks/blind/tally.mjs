/**
 * What came of a blind comparison of comments: results/blind.json and blind.md, from the sheets that readers have filled in.
 *
 *   node benchmarks/blind/tally.mjs --folder FOLDER --sheet FILE.csv [--sheet FILE.csv …] --reader "what kind of reader"
 *
 * A sheet has a line for each text: `picture,text,fits,specific,useful,reads,rank`, grades from 1 to 5 and the rank of the text among those of
 * its picture.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomFrom } from '../changes/bases.mjs';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    sheet: { type: 'string', multiple: true },
    reader: { type: 'string' },
  },
});
const { folder, sheet: sheets = [], reader } = options;
if (folder === undefined || sheets.length === 0 || reader === undefined) {
  console.error(
    'usage: node benchmarks/blind/tally.mjs --folder FOLDER --sheet FILE.csv --reader "what kind of reader"',
  );
  process.exit(2);
}
const QUESTIONS = ['fits', 'specific', 'useful', 'reads', 'rank'];
const WRITERS = {
  grounded: 'the grounded writer',
  lm: 'the language model among true ways to tell it',
  unchecked: 'the language model unchecked',
  listing: 'the findings as a list',
  person: 'a person, of another picture of the sort',
};

const key = new Map(
  JSON.parse(await readFile(join(folder, 'key.json'), 'utf8')).map((one) => [one.picture, one]),
);
/** One line of a sheet, with who wrote the text. */
const lines = [];
for (const [number, sheet] of sheets.entries()) {
  const [titles, ...rows] = (await readFile(sheet, 'utf8')).trim().split(/\r?\n/u);
  const columns = titles.split(',');
  for (const row of rows) {
    const cells = row.split(',');
    const line = Object.fromEntries(columns.map((title, at) => [title, cells[at]]));
    const grades = Object.fromEntries(QUESTIONS.map((title) => [title, Number(line[title])]));
    if (Object.values(grades).some((grade) => !(grade >= 1 && grade <= 5))) {
      throw new Error(`${sheet}: "${row}" is not filled in with grades from 1 to 5.`);
    }
    lines.push({
      ...grades,
      reader: number,
      picture: line.picture,
      writer: key.get(line.picture).letters[line.text],
    });
  }
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const pictures = [...new Set(lines.map(({ picture }) => picture))];
const random = randomFrom(5);
const DRAWS = 2000;
/** How often one text is ranked above the other, and what nine in ten drawings of the pictures lie between. */
function preferred(one, other) {
  const share = (drawn) =>
    mean(
      drawn.flatMap((picture) =>
        sheets.map((_, number) => {
          const rank = (writer) =>
            lines.find(
              (line) =>
                line.picture === picture && line.writer === writer && line.reader === number,
            ).rank;
          return rank(one) < rank(other) ? 1 : rank(one) === rank(other) ? 0.5 : 0;
        }),
      ),
    );
  const drawn = Array.from({ length: DRAWS }, () =>
    share(pictures.map(() => pictures[Math.floor(random() * pictures.length)])),
  ).sort((a, b) => a - b);
  return { share: share(pictures), low: drawn[DRAWS * 0.05], high: drawn[DRAWS * 0.95] };
}

const grades = Object.fromEntries(
  Object.keys(WRITERS).map((writer) => [
    writer,
    Object.fromEntries(
      QUESTIONS.map((title) => [
        title,
        mean(lines.filter((line) => line.writer === writer).map((line) => line[title])),
      ]),
    ),
  ]),
);
const against = Object.fromEntries(
  Object.keys(WRITERS)
    .filter((writer) => writer !== 'grounded')
    .map((writer) => [writer, preferred('grounded', writer)]),
);
/** How alike two readers rank, from -1 to 1 (Pearson). */
function agreement(one, other) {
  const pairs = lines
    .filter((line) => line.reader === one)
    .map((line) => [
      line.rank,
      lines.find(
        (twin) =>
          twin.reader === other && twin.picture === line.picture && twin.writer === line.writer,
      ).rank,
    ]);
  const [mx, my] = [0, 1].map((at) => mean(pairs.map((pair) => pair[at])));
  const sum = (of) => pairs.reduce((total, [x, y]) => total + of(x - mx, y - my), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
const agree = sheets.length > 1 ? agreement(0, 1) : undefined;
const figures = {
  reader,
  readers: sheets.length,
  pictures: pictures.length,
  agree,
  grades,
  against,
};
const results = fileURLToPath(new URL('../results/', import.meta.url));
await writeFile(join(results, 'blind.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
const percent = (share) => `${Math.round(100 * share)} %`;
await writeFile(
  join(results, 'blind.md'),
  `# Comments, read blind

${pictures.length} photographs of OASIS, as many of animals, scenes, people and objects; five texts of each in drawn order (\`benchmarks/blind/prepare.mjs\`). Read by ${reader}, ${sheets.length === 1 ? 'one reader' : `${sheets.length} readers apart from each other`},
who saw the picture and the texts and not who wrote them.${agree === undefined ? '' : ` The ranks of the first two correlate by ${agree.toFixed(2)}.`} Grades from 1 to 5, 5 the best; the rank of five, 1 the best. Such readers are no people: they tell what fits
and what is nonsense, and say little of what helps somebody who learns to photograph.

| text | fits the picture | specific | useful | reads well | rank |
|---|---|---|---|---|---|
${Object.entries(WRITERS)
  .map(
    ([writer, name]) =>
      `| ${name} | ${QUESTIONS.map((title) => grades[writer][title].toFixed(2)).join(' | ')} |`,
  )
  .join('\n')}

| the grounded writer is ranked above | pictures | nine in ten drawings of the pictures |
|---|---|---|
${Object.entries(against)
  .map(
    ([writer, { share, low, high }]) =>
      `| ${WRITERS[writer]} | ${percent(share)} | ${percent(low)} to ${percent(high)} |`,
  )
  .join('\n')}

What a person wrote was written of another picture, so that it must lose in what fits; it shows how people write, not what they see.
`,
);
console.log(figures);
