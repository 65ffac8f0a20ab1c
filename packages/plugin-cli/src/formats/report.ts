/** The formats of `assess`, behind one small contract: results go in as they come, text comes out. */
import type { Assessment, AssessmentResult, Attribute, Locale } from '@calm-sdk/core';
import type { Screen } from '../terminal/screen.js';
import { pictureText } from '../text/picture.js';
import { registryOf } from '../text/readings.js';
import { row, rowHeading } from '../text/rows.js';
import { csvHeading, csvRow, personalCells, PERSONAL_COLUMNS } from './csv.js';
import { jsonLine, trim, type Detail } from './json.js';

export type Format = 'text' | 'json' | 'jsonl' | 'csv';

/** Whether a format is one of ours, and not a reporter's. */
export function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

export const FORMATS: readonly Format[] = ['text', 'json', 'jsonl', 'csv'];

/** Prints results one by one. */
export interface Report {
  add(result: AssessmentResult): Promise<void>;
  /** Completes what was begun; also after a run that was stopped, so that a document is always whole. */
  end(): Promise<void>;
}

export interface ReportOptions {
  readonly format: Format;
  readonly detail: Detail;
  readonly minScore?: number | undefined;
  readonly attributes: readonly Attribute[];
  /** Of what is told to people; English where none is given. */
  readonly locale?: Locale;
  /** Whether results bring a comment. */
  readonly comments?: boolean;
  /** Whether results tell one person's score too. */
  readonly personal?: boolean;
}

export function openReport(screen: Screen, options: ReportOptions): Report {
  switch (options.format) {
    case 'text':
      return new TextReport(screen, options);
    case 'json':
      return new JsonReport(screen, options.detail);
    case 'jsonl':
      return {
        add: (result) => screen.print(`${jsonLine(trim(result, options.detail))}\n`),
        end: () => Promise.resolve(),
      };
    case 'csv':
      return new CsvReport(screen, options);
  }
}

/** `{"results":[…]}`, one result a line, written as they come. */
class JsonReport implements Report {
  readonly #screen: Screen;
  readonly #detail: Detail;
  #begun = false;

  constructor(screen: Screen, detail: Detail) {
    this.#screen = screen;
    this.#detail = detail;
  }

  async add(result: AssessmentResult): Promise<void> {
    await this.#screen.print(
      `${this.#begun ? ',\n' : '{"results":[\n'}${jsonLine(trim(result, this.#detail))}`,
    );
    this.#begun = true;
  }

  async end(): Promise<void> {
    await this.#screen.print(this.#begun ? '\n]}\n' : '{"results":[]}\n');
  }
}

class CsvReport implements Report {
  readonly #screen: Screen;
  readonly #attributes: readonly string[];
  readonly #comments: boolean;
  readonly #personal: boolean;
  #begun = false;

  constructor(
    screen: Screen,
    { attributes, detail, comments = false, personal = false }: ReportOptions,
  ) {
    this.#screen = screen;
    this.#comments = comments;
    this.#personal = personal;
    this.#attributes = detail === 'full' ? attributes.map(({ id }) => id) : [];
  }

  async add(result: AssessmentResult): Promise<void> {
    await this.#begin();
    const comment = result.status === 'ok' ? result.comment?.text : undefined;
    const more = [
      ...(this.#comments ? [comment] : []),
      ...(this.#personal ? personalCells(result) : []),
    ];
    await this.#screen.print(csvRow(result, this.#attributes, more));
  }

  async end(): Promise<void> {
    await this.#begin();
  }

  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    const more = [
      ...(this.#comments ? ['comment'] : []),
      ...(this.#personal ? PERSONAL_COLUMNS : []),
    ];
    await this.#screen.print(csvHeading(this.#attributes, more));
  }
}

/**
 * For people: a screen for one picture, a line each for several (a screen each where a detail was asked for).
 * Failures are notices, so that they are seen where the results go to a file.
 */
class TextReport implements Report {
  readonly #screen: Screen;
  readonly #options: ReportOptions;
  readonly #registry;
  /** The first picture waits for a second, which decides the shape. */
  #first: Assessment | undefined;
  #printed = 0;

  constructor(screen: Screen, options: ReportOptions) {
    this.#screen = screen;
    this.#options = options;
    this.#registry = registryOf(options.attributes, options.locale);
  }

  async add(result: AssessmentResult): Promise<void> {
    if (result.status === 'failed') {
      await this.#flushFirst();
      this.#screen.problem(failureText(result));
      return;
    }
    if (this.#options.detail !== 'normal') {
      await this.#printPicture(result);
    } else if (this.#printed === 0 && this.#first === undefined) {
      this.#first = result;
    } else {
      await this.#flushFirst();
      await this.#printRow(result);
    }
  }

  async end(): Promise<void> {
    if (this.#first !== undefined) await this.#printPicture(this.#first);
    this.#first = undefined;
  }

  async #flushFirst(): Promise<void> {
    const first = this.#first;
    this.#first = undefined;
    if (first !== undefined) await this.#printRow(first);
  }

  async #printRow(assessment: Assessment): Promise<void> {
    const { width, colours } = this.#screen;
    const { minScore, personal = false } = this.#options;
    const options = { registry: this.#registry, colours, width, minScore, personal };
    const heading = this.#printed === 0 ? rowHeading(options) : '';
    this.#printed += 1;
    await this.#screen.print(heading + row(assessment, options));
  }

  async #printPicture(assessment: Assessment): Promise<void> {
    const { width, colours } = this.#screen;
    const { detail, minScore } = this.#options;
    const gap = this.#printed === 0 ? '' : '\n';
    this.#printed += 1;
    await this.#screen.print(
      gap + pictureText(assessment, { registry: this.#registry, colours, width, detail, minScore }),
    );
  }
}

/** One line that names the picture, what happened and what to do. */
export function failureText({
  source,
  error,
}: Extract<AssessmentResult, { status: 'failed' }>): string {
  const name = source.path ?? source.name ?? '';
  // Messages quote control characters of a name the way JSON does.
  const named = [name, JSON.stringify(name).slice(1, -1)].some((each) =>
    error.message.includes(each),
  );
  return `${named ? '' : `${name}: `}${error.message} ${error.hint}`;
}
