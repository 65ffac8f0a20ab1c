/** Has comments written: by the grounded writer, by the language model that is installed, or by a model on a server that the person has named. */
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  CalmError,
  type Assessment,
  type Comment,
  type CommentOptions,
  type Engine,
} from '@calm-sdk/core';
import type { RemoteDecoder, Usage } from '@calm-sdk/decoder-remote';
import type { Context } from '../context.js';
import type { Detail } from '../formats/json.js';

export interface CommentFlags {
  readonly language: string;
  /** `grounded`, `lm`, `remote`, or the id of one that an extension brings. */
  readonly decoder: string;
  readonly decoderUrl?: string;
  readonly decoderModel?: string;
  readonly decoderAllowHttp?: boolean;
  readonly sendPicture?: boolean;
}

/** The variable that holds the key of a server: neither in the list of processes nor in the shell's history, as an option would be. */
export const API_KEY = 'CALM_DECODER_API_KEY';

/** What the server counted, over all pictures. */
class Tally {
  #usage: Usage | undefined;

  readonly add = ({ promptTokens, completionTokens }: Usage): void => {
    this.#usage = {
      promptTokens: (this.#usage?.promptTokens ?? 0) + promptTokens,
      completionTokens: (this.#usage?.completionTokens ?? 0) + completionTokens,
    };
  };

  get usage(): Usage | undefined {
    return this.#usage;
  }
}

export class Commentator {
  /** What the engine has to be created with. */
  readonly decoders: readonly RemoteDecoder[];
  readonly #context: Context;
  readonly #flags: CommentFlags;
  readonly #detail: Detail;
  readonly #tally: Tally;
  #remote: RemoteDecoder | undefined;
  #announced = false;
  #dropped = 0;
  #failed = false;

  private constructor(
    context: Context,
    flags: CommentFlags,
    detail: Detail,
    remote: RemoteDecoder | undefined,
    tally: Tally,
  ) {
    this.#context = context;
    this.#flags = flags;
    this.#detail = detail;
    this.#remote = remote;
    this.#tally = tally;
    this.decoders = remote === undefined ? [] : [remote];
  }

  /** @throws CalmError `invalid-request` for a server that cannot be asked */
  static async open(context: Context, flags: CommentFlags, detail: Detail): Promise<Commentator> {
    const tally = new Tally();
    const remote = flags.decoder === 'remote' ? await remoteOf(context, flags, tally) : undefined;
    return new Commentator(context, flags, detail, remote, tally);
  }

  /** Whether the server did not do what was asked of it. */
  get failed(): boolean {
    return this.#failed;
  }

  /** A comment in any case: where the server fails, that is said and the grounded writer's is given. */
  async comment(engine: Engine, assessment: Assessment): Promise<Comment> {
    const remote = this.#remote;
    const { language, decoder } = this.#flags;
    const { signal } = this.#context;
    const common = { language, detail: this.#detail };
    if (decoder === 'grounded' || (decoder === 'remote' && remote === undefined)) {
      return engine.comment(assessment, common);
    }
    if (remote === undefined) {
      return this.#write(engine, assessment, { ...common, decoder, signal });
    }
    this.#announce(remote);
    const { path: file } = assessment.source;
    try {
      return await this.#write(engine, assessment, {
        ...common,
        decoder: remote.id,
        signal,
        ...(this.#flags.sendPicture === true && file !== undefined
          ? { picture: { kind: 'path', path: file } as const }
          : {}),
      });
    } catch (error) {
      if (!(error instanceof CalmError)) throw error;
      this.#giveUp(error);
      return engine.comment(assessment, common);
    }
  }

  /** What it cost, and what was left out. */
  end(): void {
    const { screen } = this.#context;
    const host = this.decoders[0]?.host;
    const { usage } = this.#tally;
    if (host !== undefined && usage !== undefined) {
      screen.notice(
        `${host} counted ${usage.promptTokens} tokens read and ${usage.completionTokens} written.`,
      );
    }
    if (this.#dropped > 0) {
      const were =
        this.#dropped === 1 ? 'sentence of the model was' : 'sentences of the model were';
      screen.notice(`${this.#dropped} ${were} left out, for want of a reading behind.`);
    }
  }

  /** By a model, whose sentences that do not hold are counted. */
  async #write(engine: Engine, assessment: Assessment, options: CommentOptions): Promise<Comment> {
    const comment = await engine.comment(assessment, options);
    this.#dropped += comment.dropped ?? 0;
    return comment;
  }

  #announce({ host }: RemoteDecoder): void {
    if (this.#announced) return;
    this.#announced = true;
    const { decoderModel = '', sendPicture = false } = this.#flags;
    const picture = sendPicture ? 'and the picture itself, 512 pixels long,' : 'not the picture,';
    this.#context.screen.notice(
      `Comments come from ${decoderModel} at ${host}: the score, readings and findings, ${picture} are sent there, and its tokens may cost.`,
    );
  }

  #giveUp(error: CalmError): void {
    if (error.code === 'cancelled') return;
    this.#failed = true;
    // What will fail with every picture is not tried with every picture.
    if (error.code === 'remote-refused' || error.code === 'remote-unreachable') {
      this.#remote = undefined;
    }
    this.#context.screen.problem(
      `${error.message} ${error.hint} The comment is the grounded writer's instead.`,
    );
  }
}

/**
 * Where the language model lies, if it is to write.
 *
 * @throws CalmError `file-not-found` where it is not installed
 */
export function languageModelFor({ decoder }: Pick<CommentFlags, 'decoder'>): string | undefined {
  if (decoder !== 'lm') return undefined;
  try {
    return path.dirname(
      createRequire(import.meta.url).resolve('@calm-sdk/model-words/bundle.json'),
    );
  } catch (cause) {
    throw new CalmError('file-not-found', 'The language model is not installed.', {
      hint: 'Install the package @calm-sdk/model-words beside the command line, or leave --decoder out.',
      cause,
    });
  }
}

async function remoteOf(
  { env }: Context,
  { decoderUrl = '', decoderModel = '', decoderAllowHttp, sendPicture }: CommentFlags,
  tally: Tally,
): Promise<RemoteDecoder> {
  const apiKey = env[API_KEY];
  const { remoteDecoder } = await import('@calm-sdk/decoder-remote');
  return remoteDecoder({
    url: decoderUrl,
    model: decoderModel,
    ...(apiKey === undefined || apiKey === '' ? {} : { apiKey }),
    ...(decoderAllowHttp === undefined ? {} : { allowHttp: decoderAllowHttp }),
    ...(sendPicture === undefined ? {} : { sendPicture }),
    onUsage: tally.add,
  });
}
