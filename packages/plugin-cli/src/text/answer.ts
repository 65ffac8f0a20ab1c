/** One answer, told to a person. */
import type { Answer } from '@calm-sdk/core';
import { wrap } from '../terminal/columns.js';
import { printable } from '../terminal/printable.js';
import type { Screen } from '../terminal/screen.js';
import { percent } from './numbers.js';

const INDENT = '  ';
/** Percent; no answer is certain. */
const MOST_SURE = 99;

/** The question, what is answered and how sure that is, and what it stands on; lines ended by line feeds. */
export function answerText(
  answer: Answer,
  { colours, width }: Pick<Screen, 'colours' | 'width'>,
): string {
  const wrapped = (text: string, indent: string): readonly string[] => {
    const lines = printable(text);
    const cut = width === undefined ? [lines] : wrap(lines, width - indent.length);
    return cut.map((line) => indent + line);
  };
  const measured = answer.evidence.map((each) => `Measured: ${each}.`);
  const said =
    answer.status === 'told'
      ? wrapped(answer.comment.text, INDENT)
      : [`${INDENT}${verdict(answer, colours)}`, ...wrapped(answer.reason, INDENT)];
  return [
    ...wrapped(answer.question, ''),
    ...said,
    ...measured.flatMap((line) => wrapped(line, INDENT)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function verdict(answer: Exclude<Answer, { status: 'told' }>, colours: Screen['colours']): string {
  return answer.status === 'answered'
    ? `${colours.bold(answer.answer.grade)}, ${percent(Math.min(MOST_SURE, answer.confidence * 100))} sure`
    : colours.yellow('cannot tell');
}
