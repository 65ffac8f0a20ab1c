import { DONE, withEngine, type Context } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { printable } from '../terminal/printable.js';
import { Progress } from '../terminal/progress.js';

/** Lines and tabs as they are; nothing else moves the cursor or colours the screen. */
function printableLines(text: string): string {
  const parts = text.replace(/\n$/u, '').split(/([\n\t])/u);
  return `${parts.map((part) => (/^[\n\t]$/u.test(part) ? part : printable(part))).join('')}\n`;
}

/** `calm run`: a command of an extension. */
export async function runCommand(
  context: Context,
  command: string,
  args: readonly string[],
): Promise<number> {
  const { screen, signal, now } = context;
  const extensions = await context.extensions();
  return withEngine(context, { cache: true }, async () => {
    const progress = new Progress(now);
    screen.startFoot(progress);
    try {
      const { text, data } = await extensions.run(command, args, {
        signal,
        onProgress: progress.reach,
      });
      if (text !== undefined) await screen.print(printableLines(text));
      else if (data !== undefined) await screen.print(`${jsonLine(data)}\n`);
    } finally {
      screen.endFoot();
    }
    return DONE;
  });
}
