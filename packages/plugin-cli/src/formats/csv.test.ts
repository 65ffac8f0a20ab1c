import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessment } from '../../test/stand-in-engine.js';
import { csvHeading, csvLine, csvRow, CSV_COLUMNS } from './csv.js';

describe('csv', () => {
  it('comes back from another reader as it went in, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'a9=",;\' \t\r\né写😀') }), {
          minLength: 2,
          maxLength: 6,
        }),
        (cells) => {
          expect(parse(csvLine(cells))).toEqual([cells]);
        },
      ),
    );
  });

  it('has a value and a score for every attribute asked for, and nothing for what was not measured', () => {
    const ids = ['noise', 'subject-placement'];
    const [heading, row] = parse(csvHeading(ids) + csvRow(assessment('a.jpg'), ids)) as [
      string[],
      string[],
    ];
    expect(heading).toEqual([
      ...CSV_COLUMNS,
      'noise',
      'noise-score',
      'subject-placement',
      'subject-placement-score',
    ]);
    expect(Object.fromEntries(heading.map((name, index) => [name, row[index]]))).toMatchObject({
      path: 'a.jpg',
      status: 'ok',
      score: '7.12',
      percentile: '86.4',
      domain: 'photograph',
      error: '',
      noise: '1.2',
      'noise-score': '0.93',
      'subject-placement': '',
    });
  });

  it.each(['=1+1.jpg', '+a.jpg', '-a.jpg', '@a.jpg'])(
    'writes %s so that no spreadsheet runs it and every program opens it',
    (name) => {
      const [[path] = []] = parse(csvRow(assessment(name), []));
      expect(path).toBe(`./${name}`);
    },
  );

  it('names the failure in the columns that it has for it', () => {
    const failed = csvRow(
      {
        status: 'failed',
        source: { kind: 'path', path: 'a "b", c.jpg' },
        error: {
          code: 'empty-file',
          message: '=evil is empty.',
          hint: 'Copy it.',
          retryable: false,
        },
      },
      ['noise'],
    );
    const [cells = []] = parse(failed, {});
    const at = (name: (typeof CSV_COLUMNS)[number]): string | undefined =>
      cells[CSV_COLUMNS.indexOf(name)];
    expect([at('path'), at('status'), at('error'), at('message'), at('hint')]).toEqual([
      'a "b", c.jpg',
      'failed',
      'empty-file',
      "'=evil is empty.",
      'Copy it.',
    ]);
  });
});
