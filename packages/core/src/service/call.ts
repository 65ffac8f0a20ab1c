import type { AssessmentResult } from '../protocol/generated/assessment.js';
import type { ProgressParams } from '../protocol/generated/message.js';
import type { Methods } from '../protocol/generated/methods.js';

/** Who asks, as the transport knows them: nothing of it is taken from a message. */
export interface Caller {
  /** Names the client; jobs and turns belong to it. */
  readonly id: string;
  /** What it is called, for people. */
  readonly name: string;
  /** Whether it may name files of the person's, and so read any picture on this machine. */
  readonly files: boolean;
}

/** One request under way. */
export interface Call {
  readonly caller: Caller;
  /** Aborts when the caller, or its deadline, says so. */
  readonly signal: AbortSignal;
  /** BCP 47 tag of what is told. */
  readonly language: string;
  /** Tells how far it is, where the transport can carry that. */
  readonly progress: (done: number, total: number, result?: AssessmentResult) => void;
}

export type Progress = Omit<ProgressParams, 'request'>;

/** Does what a method is for. */
export type Handler<Name extends keyof Methods> = (
  params: Methods[Name]['params'],
  call: Call,
) => Promise<Methods[Name]['result']> | Methods[Name]['result'];

/** Some of the methods. */
export type Handlers = { readonly [Name in keyof Methods]?: Handler<Name> };
