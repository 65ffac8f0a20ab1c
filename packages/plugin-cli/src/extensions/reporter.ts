import { open, rename, rm } from 'node:fs/promises';
import { CalmError, type ContributedReporter, type Reported } from '@calm-sdk/core';
import type { Context } from '../context.js';
import type { Report } from '../formats/report.js';
import { isThere } from './installed.js';
import { reported } from './reported.js';

/** Where what a reporter makes goes: whole or not at all. */
interface Sink {
  write(part: string | Uint8Array): Promise<void>;
  done(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Has a reporter of an extension make its file from results as they come. What was assessed before the person stopped the run is reported too.
 *
 * @param out the new file; standard output where there is none
 * @throws CalmError where the file is there already or cannot be written
 */
export async function openReporter(
  context: Context,
  reporter: ContributedReporter,
  out: string | undefined,
): Promise<Report> {
  const { signal } = context;
  const extensions = await context.extensions();
  const sink = out === undefined ? onScreen(context) : await newFile(out);
  // The next result waits until the reporter has taken the last one.
  const { readable, writable } = new TransformStream<Reported, Reported>();
  const results = writable.getWriter();
  const making = make();
  // Both are thrown to whoever adds or ends.
  making.catch(() => undefined);
  results.closed.catch(() => undefined);
  return {
    async add(result) {
      const given = results.write(await reported(result, reporter, signal));
      await Promise.race([given, making]);
    },
    async end() {
      await Promise.race([results.close(), making]);
      await making;
    },
  };

  async function make(): Promise<void> {
    try {
      for await (const part of extensions.report(reporter.id, readable)) await sink.write(part);
      await sink.done();
    } catch (error) {
      await sink.drop();
      throw error;
    }
  }
}

function onScreen({ screen }: Context): Sink {
  return {
    write: (part) => screen.print(part),
    done: () => Promise.resolve(),
    drop: () => Promise.resolve(),
  };
}

async function newFile(file: string): Promise<Sink> {
  if (await isThere(file)) {
    throw new CalmError('invalid-request', `${file} exists already.`, {
      hint: 'Name another file, or remove it first.',
    });
  }
  const unfinished = `${file}.unfinished`;
  const opened = await writing(file, () => open(unfinished, 'w'));
  return {
    write: (part) => writing(file, () => opened.writeFile(part)),
    done: () =>
      writing(file, async () => {
        await opened.close();
        await rename(unfinished, file);
      }),
    drop: async () => {
      await opened.close();
      await rm(unfinished, { force: true });
    },
  };
}

async function writing<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CalmError('file-unreadable', `${file} cannot be written: ${why}`, {
      hint: 'Name a file in a folder that you may write to.',
      cause,
    });
  }
}
