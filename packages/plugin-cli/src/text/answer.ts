/** One answer, told to a person. */
import type { Answer } from '@calm-sdk/core';
import { wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Screen } from '../terminal/screen.js';
import { percent } from './numbers.js';

const INDENT = '  ';
/** Percent; no answer is certain. */
const MOST_SURE = 99;

/** The question, the answer and how sure it is, and why; lines ended by line feeds. */
export function answerText(
  answer: Answer,
  { colours, width }: Pick<Screen, 'colours' | 'width'>,
): string {
  const said =
    answer.status === 'answered'
      ? `${colours.bold(answer.answer.grade)}, ${percent(Math.min(MOST_SURE, answer.confidence * 100))} sure`
      : colours.yellow('cannot tell');
  const why = [answer.reason, ...answer.evidence.map((each) => `Measured: ${each}.`)];
  const lines = why
    .map(printable)
    .flatMap((line) => (width === undefined ? [line] : wrap(line, width - INDENT.length)));
  const question = printable(answer.question);
  const asked = width === undefined ? [question] : wrap(question, width);
  return [...asked, `${INDENT}${said}`, ...lines.map((line) => INDENT + line)]
    .map((line) => `${line}\n`)
    .join('');
}
