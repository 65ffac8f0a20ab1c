import { CalmError, type Answer } from '@calm-sdk/core';
import { DONE, withEngine, type Context, type EngineFlags } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { answerText } from '../text/answer.js';
import { printable } from '../terminal/printable.js';

export interface AskFlags extends EngineFlags {
  readonly format: 'text' | 'json';
}

/** `calm ask`: questions of yes or no about one picture, answered in the order in which they were asked. */
export async function ask(
  context: Context,
  picture: string,
  questions: readonly string[],
  flags: AskFlags,
): Promise<number> {
  return withEngine(context, flags, async (engine) => {
    const { screen, signal } = context;
    const answers: Answer[] = [];
    if (flags.format === 'text' && questions.length > 1) {
      await screen.print(`${screen.colours.bold(printable(picture))}\n\n`);
    }
    try {
      for (const [index, question] of questions.entries()) {
        const answer = await engine.ask({ kind: 'path', path: picture }, question, { signal });
        answers.push(answer);
        if (flags.format === 'text') {
          await screen.print(`${index > 0 ? '\n' : ''}${answerText(answer, screen)}`);
        }
      }
    } catch (error) {
      if (!(error instanceof CalmError && error.code === 'cancelled' && signal.aborted))
        throw error;
    } finally {
      // What was answered before something went wrong is not lost.
      if (flags.format === 'json') await screen.print(`${jsonLine({ answers })}\n`);
    }
    return DONE;
  });
}
