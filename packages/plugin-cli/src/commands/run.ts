import { DONE, withEngine, type Context } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { Progress } from '../terminal/progress.js';

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
      if (text !== undefined) await screen.print(text.endsWith('\n') ? text : `${text}\n`);
      else if (data !== undefined) await screen.print(`${jsonLine(data)}\n`);
    } finally {
      screen.endFoot();
    }
    return DONE;
  });
}
