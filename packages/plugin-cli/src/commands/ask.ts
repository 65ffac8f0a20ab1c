import { createInterface } from 'node:readline';
import { CalmError, type Answer, type Engine } from '@calm-sdk/core';
import { languageModelFor } from '../comments/commentator.js';
import { DONE, FAILED, withEngine, type Context, type EngineFlags } from '../context.js';
import { jsonLine } from '../formats/json.js';
import { answerText } from '../text/answer.js';
import { printable } from '../terminal/printable.js';

export interface AskFlags extends EngineFlags {
  readonly format: 'text' | 'json';
  /** Who words the answers of open questions. */
  readonly decoder: string;
}

/** In place of questions: each line of standard input is one. */
export const CONVERSATION = '-';

/** `calm ask`: questions about one picture, answered in the order in which they were asked. */
export async function ask(
  context: Context,
  picture: string,
  questions: readonly string[],
  flags: AskFlags,
): Promise<number> {
  const { screen, signal } = context;
  const { format, decoder } = flags;
  const languageModel = languageModelFor(flags);
  const answers: Answer[] = [];
  const work = async (engine: Engine): Promise<number> => {
    const put = async (question: string): Promise<void> => {
      const answer = await engine.ask({ kind: 'path', path: picture }, question, {
        signal,
        decoder,
      });
      answers.push(answer);
      if (format === 'text') {
        await screen.print(`${answers.length > 1 ? '\n' : ''}${answerText(answer, screen)}`);
      }
    };
    let status = DONE;
    try {
      const conversation = questions[0] === CONVERSATION;
      if (conversation) {
        screen.notice(`Ask about ${printable(picture)}, a question a line; Ctrl-D ends.`);
      } else if (format === 'text' && questions.length > 1) {
        await screen.print(`${screen.colours.bold(printable(picture))}\n\n`);
      }
      for await (const question of conversation ? linesOf(context) : questions) {
        if (!(await isPut(question, put, context))) status = FAILED;
      }
    } catch (error) {
      if (!(error instanceof CalmError && error.code === 'cancelled' && signal.aborted))
        throw error;
    } finally {
      // What was answered before something went wrong is not lost.
      if (format === 'json') await screen.print(`${jsonLine({ answers })}\n`);
    }
    return status;
  };
  return withEngine(context, flags, work, languageModel === undefined ? {} : { languageModel });
}

/** Whether a question could be put; one that could not costs a line, and the others are asked. */
async function isPut(
  question: string,
  put: (question: string) => Promise<void>,
  { screen }: Context,
): Promise<boolean> {
  try {
    await put(question);
    return true;
  } catch (error) {
    if (!(error instanceof CalmError && error.code === 'invalid-request')) throw error;
    screen.problem(`${error.message} ${error.hint}`);
    return false;
  }
}

async function* linesOf({ stdin, signal }: Context): AsyncGenerator<string> {
  const lines = createInterface({ input: stdin, crlfDelay: Infinity, signal });
  for await (const line of lines) if (line.trim() !== '') yield line.trim();
}
