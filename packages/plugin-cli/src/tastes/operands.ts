/** Pictures with what is said of them, as they stand on a command line: the value after a picture, or after several, is theirs. */

export interface Told {
  readonly picture: string;
  readonly value: string;
}

/**
 * `a.jpg 4 b.jpg c.jpg 2`: four for the first, two for the others.
 *
 * @param isValue a picture of such a name is written `./4`
 * @param example a value
 * @returns or what is wrong, with the remedy
 */
export function toldIn(
  operands: readonly string[],
  isValue: (operand: string) => boolean,
  example: string,
): readonly Told[] | string {
  const told: Told[] = [];
  let waiting: string[] = [];
  for (const operand of operands) {
    if (!isValue(operand)) {
      waiting.push(operand);
      continue;
    }
    if (waiting.length === 0) {
      return `${operand} stands behind no picture: name the picture first, such as photo.jpg ${operand}; a picture of that name is written ./${operand}`;
    }
    told.push(...waiting.map((picture) => ({ picture, value: operand })));
    waiting = [];
  }
  const [first] = waiting;
  if (first === undefined) return told;
  return `what do you say of ${waiting.length === 1 ? first : `these ${waiting.length} pictures`}? It stands behind them, such as ${first} ${example}`;
}
