/** What the commands print and how they end, on an engine whose words are known. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CalmError, type Answer, type AssessmentResult } from '@calm-sdk/core';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered, assessment, calm, type Say } from './stand-in-engine.js';

let folder: string;
const back = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'calm-commands-'));
  mkdirSync(path.join(folder, 'shoot'));
  mkdirSync(path.join(folder, 'empty'));
  for (const name of ['a.jpg', 'broken.jpg', 'c.jpg', 'd.cr2', 'e.heic', 'f.nef']) {
    writeFileSync(path.join(folder, 'shoot', name), '');
  }
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(back);
  rmSync(folder, { recursive: true });
});

/** Every picture is good but those called broken. */
const say: Say = (name) =>
  name.includes('broken')
    ? new CalmError('damaged-image', `${name} is damaged.`, { hint: 'Copy it again.' })
    : assessment(name, { value: name.includes('c.jpg') ? 4 : 7.12 });

const results = (stdout: string): AssessmentResult[] =>
  (JSON.parse(stdout) as { results: AssessmentResult[] }).results;
const paths = (all: readonly AssessmentResult[]): unknown[] => all.map(({ source }) => source.path);

describe('calm assess', () => {
  it('prints one document a line in input order, failures in their place, and nothing else', async () => {
    const { status, stdout, stderr } = await calm(
      [
        'assess',
        'shoot/c.jpg',
        'shoot/broken.jpg',
        'shoot/a.jpg',
        '--format',
        'jsonl',
        '--no-cache',
      ],
      { say },
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AssessmentResult);
    expect(paths(lines)).toEqual(['shoot/c.jpg', 'shoot/broken.jpg', 'shoot/a.jpg']);
    expect(lines[1]).toEqual({
      status: 'failed',
      source: { kind: 'path', path: 'shoot/broken.jpg' },
      error: {
        code: 'damaged-image',
        message: 'shoot/broken.jpg is damaged.',
        hint: 'Copy it again.',
        retryable: false,
      },
    });
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('prints {"results":[…]} for one picture, several and none', async () => {
    for (const [argument, count, ends] of [
      ['shoot/a.jpg', 1, 0],
      ['shoot', 3, 1],
      ['empty', 0, 1],
    ] as const) {
      const { status, stdout } = await calm(
        ['assess', argument, '--format', 'json', '--no-cache'],
        { say },
      );
      expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['results']);
      expect(results(stdout)).toHaveLength(count);
      expect(status).toBe(ends);
    }
  });

  it('counts what it passed by in one line that names the remedy', async () => {
    const { stderr } = await calm(['assess', 'shoot', '--no-cache', '--format', 'csv'], { say });
    expect(stderr).toBe(
      '2 RAW and 1 HEIC files were not assessed: export them as JPEG or TIFF first.\n',
    );
  });

  it('says that a folder has no pictures', async () => {
    const { status, stderr } = await calm(['assess', 'empty', '--no-cache']);
    expect(stderr).toBe('calm: no pictures in empty\n');
    expect(status).toBe(1);
  });

  it('reads names from standard input', async () => {
    const { stdout } = await calm(['assess', '-', '--format', 'json', '--no-cache'], {
      say,
      stdin: 'shoot/a.jpg\nshoot/c.jpg\n',
    });
    expect(paths(results(stdout))).toEqual(['shoot/a.jpg', 'shoot/c.jpg']);
  });

  it('passes by blank lines on standard input, and nothing of a name', async () => {
    const assess = async (stdin: string, ...more: string[]): Promise<unknown[]> => {
      const argv = ['assess', '-', '--format', 'json', '--no-cache', ...more];
      return paths(results((await calm(argv, { stdin })).stdout));
    };
    expect(await assess('\n   \n\t\r\n a.jpg\nb.jpg \n')).toEqual([' a.jpg', 'b.jpg ']);
    expect(await assess(' \0b.jpg\0', '--null')).toEqual([' ', 'b.jpg']);
  });

  it('takes neither NUL-ended names for lines nor a picture for names', async () => {
    for (const stdin of ['a.jpg\0b.jpg\0', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 10, 9])]) {
      const { status, stdout, stderr } = await calm(['assess', '-', '--no-cache'], { stdin });
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^calm: Standard input is no list of names.* add -0.*\n$/);
    }
  });

  it('takes no empty name', async () => {
    const { status, stderr } = await calm(['assess', 'a.jpg', '', '--no-cache']);
    expect(status).toBe(2);
    expect(stderr).toContain('one of the paths is empty');
  });

  it('names a failed file once, whatever its name', async () => {
    const failure = new CalmError('file-not-found', 'a\\b.jpg does not exist.', { hint: 'Look.' });
    const { stderr } = await calm(['assess', 'a\\b.jpg', '--no-cache'], { say: () => failure });
    expect(stderr).toBe('calm: a\\b.jpg does not exist. Look.\n');
  });

  it('ends with 1 where a picture is below the wanted score, and says so', async () => {
    const good = await calm(['assess', 'shoot/a.jpg', '--min-score', '7', '--no-cache'], { say });
    expect(good.status).toBe(0);
    const bad = await calm(
      ['assess', 'shoot/a.jpg', 'shoot/c.jpg', '--min-score', '7', '--no-cache'],
      { say },
    );
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('1 below 7');
  });

  it('prints more with every detail', async () => {
    const documents = await Promise.all(
      ['short', 'normal', 'full'].map(async (detail) => {
        const { stdout } = await calm(
          ['assess', 'shoot/a.jpg', '--format', 'json', '--detail', detail, '--no-cache'],
          { say },
        );
        return results(stdout)[0];
      }),
    );
    const [short, normal, full] = documents;
    expect(short).toMatchObject({ score: { value: 7.12 }, attributes: [], findings: [] });
    const evidence = (document: typeof normal): unknown[] =>
      document?.status === 'ok'
        ? document.findings.flatMap((finding) => finding.evidence.map(({ kind }) => kind))
        : [];
    expect(evidence(normal)).toEqual(['box']);
    expect(evidence(full)).toEqual(['box', 'grid']);
    expect(full).toEqual(assessment('shoot/a.jpg'));
  });

  it('writes a column for every attribute at full detail, and the same columns otherwise', async () => {
    const heading = async (...flags: string[]): Promise<string[]> => {
      const { stdout } = await calm(
        ['assess', 'shoot', '--format', 'csv', '--no-cache', ...flags],
        { say },
      );
      const rows = parse(stdout);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      return rows[0] as string[];
    };
    const normal = await heading();
    const full = await heading('--detail', 'full');
    expect(full.slice(0, normal.length)).toEqual(normal);
    expect(full).toContain('horizon-tilt-score');
  });
});

describe('wrong usage', () => {
  it.each([
    ['assess'],
    ['assess a.jpg --format yaml'],
    ['assess a.jpg --detail more'],
    ['assess a.jpg --min-score 11'],
    ['assess a.jpg --min-score -1'],
    ['assess a.jpg --min-score good'],
    ['assess a.jpg --threads 0'],
    ['assess a.jpg --provider gpu'],
    ['assess a.jpg --loud'],
    ['assess a.jpg --null'],
    ['assess a.jpg --min-score 0x5'],
    ['assess a.jpg --min-score 1e1'],
    ['assess a.jpg --min-score Infinity'],
    ['assess a.jpg --min-score +5'],
    ['rank'],
    ['rank shoot other'],
    ['rank shoot --top 0'],
    ['rank shoot/a.jpg'],
    ['evaluate list.csv --scale 7-1'],
    ['attributes --format yaml'],
    ['admire a.jpg'],
    [''],
  ])('ends with 2 and prints nothing on standard output: calm %s', async (line) => {
    const argv = line.split(' ').filter((word) => word !== '');
    const { status, stdout, stderr } = await calm(argv, {
      createEngine: () => Promise.reject(new Error('nothing may have begun')),
    });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('defect');
  });

  it('names what was expected', async () => {
    const { stderr } = await calm(['assess', 'a.jpg', '--min-score', '11']);
    expect(stderr).toContain('Expected a number from 0 to 10.');
  });
});

describe('help and version', () => {
  it('go to standard output and end with 0', async () => {
    const version = await calm(['--version']);
    expect(version).toMatchObject({ status: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const command of ['assess', 'rank', 'evaluate', 'attributes', 'doctor']) {
      const help = await calm([command, '--help']);
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain(`calm ${command}`);
    }
  });
});

describe('an engine that cannot be opened', () => {
  it('costs one line with what to do', async () => {
    const { status, stdout, stderr } = await calm(['assess', 'shoot/a.jpg', '--no-cache'], {
      createEngine: () =>
        Promise.reject(
          new CalmError('bundle-damaged', 'The bundle is damaged.', { hint: 'Install it again.' }),
        ),
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'calm: The bundle is damaged. Install it again.\n',
    });
  });
});

describe('calm rank', () => {
  it('gives every picture its place, kinds apart, failures last', async () => {
    const { status, stdout } = await calm(['rank', 'shoot', '--format', 'json', '--no-cache'], {
      say,
    });
    const ranked = results(stdout) as (AssessmentResult & { rank?: unknown })[];
    expect(ranked.map(({ source, rank }) => [source.path, rank])).toEqual([
      ['shoot/a.jpg', { position: 1, of: 2, percentile: 100 }],
      ['shoot/c.jpg', { position: 2, of: 2, percentile: 0 }],
      ['shoot/broken.jpg', undefined],
    ]);
    expect(status).toBe(1);
  });

  it('prints only the best where they are asked for, in every format', async () => {
    for (const format of ['text', 'json', 'jsonl', 'csv']) {
      const { stdout } = await calm(
        ['rank', 'shoot', '--top', '1', '--format', format, '--no-cache'],
        { say },
      );
      expect(stdout).toContain('a.jpg');
      expect(stdout).not.toContain('c.jpg');
    }
  });

  it('promises to go on only where results are remembered', async () => {
    const stopped = async (...more: string[]): Promise<string> => {
      const interrupting = new AbortController();
      const { stderr } = await calm(['rank', 'shoot', ...more], {
        env: { XDG_CACHE_HOME: path.join(folder, 'cache') },
        say: (name) => {
          interrupting.abort('SIGINT');
          return assessment(name);
        },
        interrupt: interrupting.signal,
      });
      return stderr;
    };
    expect(await stopped()).toContain('the same command goes on from here');
    expect(await stopped('--no-cache')).not.toContain('goes on');
  });

  it('says that a folder does not exist', async () => {
    expect(await calm(['rank', 'nowhere', '--no-cache'])).toMatchObject({
      status: 1,
      stderr: 'calm: there is no folder nowhere\n',
    });
  });
});

describe('stopping', () => {
  it('prints what is done, closes the document and ends as shells expect', async () => {
    const interrupting = new AbortController();
    const { status, stdout, stderr } = await calm(
      ['assess', 'shoot', '--format', 'json', '--no-cache'],
      {
        say: (name) => {
          interrupting.abort('SIGINT');
          return assessment(name);
        },
        interrupt: interrupting.signal,
      },
    );
    expect(results(stdout)).toHaveLength(1);
    expect(stderr).toContain('Stopped after 1 picture.');
    expect(status).toBe(130);
  });
});

describe('calm evaluate', () => {
  const scores: Readonly<Record<string, number>> = { a: 3.1, b: 4.7, c: 5.2, d: 6.8, e: 2.4 };
  const known: Say = (name) =>
    assessment(name, { value: scores[path.basename(name, '.jpg')] ?? 5 });
  beforeAll(() => {
    mkdirSync('rated');
    for (const name of Object.keys(scores)) writeFileSync(`rated/${name}.jpg`, '');
    // Endings are left out, as in many published lists.
    writeFileSync('ratings.csv', 'id,mos,kind\na,2,x\nb,3,x\nc,4,y\nd,6,y\ne,2,x\n');
  });

  it('finds columns and pictures, and gives figures for each group', async () => {
    const { status, stdout } = await calm(
      [
        'evaluate',
        'ratings.csv',
        '--images',
        'rated',
        '--group-column',
        'kind',
        '--format',
        'json',
        '--no-cache',
      ],
      { say: known },
    );
    expect(status).toBe(0);
    // scipy.stats.spearmanr([3.1, 4.7, 5.2, 6.8, 2.4], [2, 3, 4, 6, 2]).statistic
    expect(JSON.parse(stdout)).toMatchObject({
      ratings: { imageColumn: 'id', scoreColumn: 'mos', pictures: 5 },
      overall: { pictures: 5, srcc: { value: expect.closeTo(0.9746794344808963, 10) as number } },
      groups: [
        { group: 'x', pictures: 3 },
        { group: 'y', pictures: 2, srcc: null },
      ],
    });
  });

  it('prints a table that says what the figures mean', async () => {
    const { stdout } = await calm(
      ['evaluate', 'ratings.csv', '--images', 'rated', '--scale', '1-7', '--no-cache'],
      { say: known },
    );
    expect(stdout).toMatch(/SRCC +PLCC +MAE +Accuracy/);
    expect(stdout).toContain('points of 0 to 10, ratings mapped from 1 to 7');
  });

  it.each([60, 80, 120])('keeps within %i columns', async (columns) => {
    const { stdout } = await calm(
      ['evaluate', 'ratings.csv', '--images', 'rated', '--group-column', 'kind', '--no-cache'],
      { say: known, columns },
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    await expect(stdout).toMatchFileSnapshot(`screens/evaluate-${columns}.txt`);
  });

  it('says in a line what is wrong with the list', async () => {
    writeFileSync('other.csv', 'a,b\n1,2\n');
    expect(await calm(['evaluate', 'other.csv'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr:
        'calm: other.csv has no column that looks like the image. Its first line names the columns a, b: say which with --image-column\n',
    });
    expect((await calm(['evaluate', 'nowhere.csv'])).stderr).toContain(
      'nowhere.csv cannot be read',
    );
  });
});

describe('calm ask', () => {
  const cannotTell = (name: string, question: string): Answer => ({
    status: 'cannot-tell',
    source: { kind: 'path', path: name },
    question,
    reason: 'A picture does not tell this.',
    evidence: [],
    stamps: assessment('').stamps,
  });
  const some = (name: string, question: string): Answer =>
    question.startsWith('who') ? cannotTell(name, question) : answered(name, question);

  it('says yes or no, how sure it is, why, and what was measured', async () => {
    const { status, stdout } = await calm(['ask', 'a.jpg', 'is it crooked?', '--no-cache']);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'is it crooked?',
        '  no, 93 % sure',
        '  About horizon tilt: what was measured and what the model has learned to see agree.',
        '  Measured: horizon tilt: 0.2°, lower on the left.',
        '',
      ].join('\n'),
    );
  });

  it('answers several questions in their order, and not being able to tell is no failure', async () => {
    const questions = ['is it crooked?', 'who took it?', 'is it straight?'];
    const { status, stdout } = await calm(
      ['ask', 'a.jpg', ...questions, '--format', 'json', '--no-cache'],
      { reply: some },
    );
    expect(status).toBe(0);
    const { answers } = JSON.parse(stdout) as { answers: Answer[] };
    expect(answers.map(({ question, status: each }) => [question, each])).toEqual([
      [questions[0], 'answered'],
      [questions[1], 'cannot-tell'],
      [questions[2], 'answered'],
    ]);
    const text = await calm(['ask', 'a.jpg', ...questions, '--no-cache'], { reply: some });
    expect(text.stdout).toContain('who took it?\n  cannot tell\n  A picture does not tell this.\n');
  });

  it('tells what an open question asks for, and what that stands on', async () => {
    const told = (name: string, question: string): Answer => ({
      status: 'told',
      source: { kind: 'path', path: name },
      question,
      subject: 'advice',
      comment: {
        language: 'en',
        decoder: 'grounded',
        text: 'The horizon leans. Level it.',
        sentences: [],
      },
      evidence: ['horizon tilt: 2.4°, lower on the right'],
      stamps: assessment('').stamps,
    });
    const { stdout } = await calm(['ask', 'a.jpg', 'what should I do?', '--no-cache'], {
      reply: told,
    });
    expect(stdout).toBe(
      [
        'what should I do?',
        '  The horizon leans. Level it.',
        '  Measured: horizon tilt: 2.4°, lower on the right.',
        '',
      ].join('\n'),
    );
  });

  it('holds a conversation on standard input, and a question that cannot be put does not end it', async () => {
    const { status, stdout, stderr } = await calm(['ask', 'a.jpg', '-', '--no-cache'], {
      stdin: 'is it crooked?\n\n???\nwho took it?',
      reply: (name, question) =>
        question === '???'
          ? new CalmError('invalid-request', 'The question holds no words.', { hint: 'Ask.' })
          : some(name, question),
    });
    expect(status).toBe(1);
    expect(stdout).toContain('is it crooked?\n  no, 93 % sure\n');
    expect(stdout).toContain('\nwho took it?\n  cannot tell\n');
    expect(stderr).toContain('calm: The question holds no words. Ask.\n');
  });

  it.each([60, 80, 120])('keeps within %i columns', async (columns) => {
    const { stdout } = await calm(['ask', 'a.jpg', 'is it crooked?', '--no-cache'], { columns });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  it('says in a line why a picture or a bundle cannot be asked', async () => {
    const { status, stdout, stderr } = await calm(
      ['ask', 'gone.jpg', 'is it sharp?', '--no-cache'],
      {
        reply: () =>
          new CalmError('file-not-found', 'gone.jpg does not exist.', { hint: 'Check the name.' }),
      },
    );
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'calm: gone.jpg does not exist. Check the name.\n',
    });
  });

  it.each([
    ['nothing asked', ['ask', 'a.jpg']],
    ['questions beside -', ['ask', 'a.jpg', '-', 'is it sharp?']],
    ['an empty question', ['ask', 'a.jpg', 'is it sharp?', ' ']],
    ['a second picture', ['ask', 'shoot/a.jpg', 'shoot/c.jpg', 'is it sharp?']],
    ['a question without quotes', ['ask', 'a.jpg', 'is', 'it', 'sharp?']],
  ])('is wrong usage with %s', async (_, argv) => {
    expect(await calm(argv)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('calm attributes', () => {
  it('lists all in every format', async () => {
    for (const format of ['text', 'json', 'markdown']) {
      const { status, stdout } = await calm(['attributes', '--format', format]);
      expect(status).toBe(0);
      expect(stdout).toContain('horizon-tilt');
      expect(stdout).toContain('in one sentence that says how it is measured');
    }
  });
});

describe('calm doctor', () => {
  it('finds that all is well, and which providers work', async () => {
    const { status, stdout } = await calm(['doctor'], {
      env: { XDG_CACHE_HOME: path.join(folder, 'cache') },
      runItself: (argv) => Promise.resolve(argv.includes('cpu') ? 0 : 1),
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/works here: cpu\n/);
    expect(stdout).toContain('scoring.onnx: nowhere (MIT)');
    expect(stdout).not.toContain('problem');
  });

  it('ends with 1 and says what to do about a problem', async () => {
    const { status, stdout } = await calm(['doctor', '--format', 'json'], {
      env: { XDG_CACHE_HOME: path.join(folder, 'shoot', 'a.jpg') },
      createEngine: () =>
        Promise.reject(
          new CalmError('bundle-damaged', 'It is damaged.', { hint: 'Install it again.' }),
        ),
    });
    expect(status).toBe(1);
    const { checks } = JSON.parse(stdout) as {
      checks: { subject: string; status: string; remedy?: string }[];
    };
    expect(checks.filter(({ status: each }) => each === 'problem')).toMatchObject([
      { subject: 'Model', remedy: 'Install it again.' },
      { subject: 'Cache', remedy: expect.stringContaining('XDG_CACHE_HOME') as string },
    ]);
  });
});
