import type { Readable } from 'node:stream';

/** A line, or that one was longer than is taken. */
export type Line = { readonly text: string } | 'too-long';

/**
 * The lines of a stream, without their ends; empty ones are passed over. A line that is too long is never held in memory.
 *
 * @param most longest line, in bytes
 */
export async function* linesOf(stream: Readable, most: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  const line = (): Line | undefined => {
    const taken = length > most ? 'too-long' : { text: Buffer.concat(parts).toString('utf8') };
    parts = [];
    length = 0;
    return taken !== 'too-long' && taken.text.trim() === '' ? undefined : taken;
  };
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      add(rest.subarray(0, end));
      const whole = line();
      if (whole !== undefined) yield whole;
      rest = rest.subarray(end + 1);
    }
    add(rest);
  }
  const last = line();
  if (last !== undefined) yield last;

  function add(part: Buffer): void {
    length += part.length;
    if (length <= most) parts.push(part);
    else parts = [];
  }
}
