/** What a tool for agents is: a thin way to a few methods of the protocol, with an answer that is short to read. */
import type { CallOptions, Client, Engine } from '@calm-sdk/core';

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object's schema; nothing but its properties is taken. */
export interface ObjectSchema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** What a tool works with. */
export interface Workshop {
  /** Asks the engine by the protocol. */
  readonly client: Client;
  /** Whose attributes and words are told of. */
  readonly engine: Engine;
}

/** One call of a tool. */
export type ToolCall = Workshop & { readonly options: Pick<CallOptions, 'signal' | 'onProgress'> };

/** What a tool answers: the same twice, for a reader and for a program. */
export interface Told {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Something to look at. */
  readonly jpeg?: Uint8Array;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: ObjectSchema;
  readonly output: ObjectSchema;
  /** Whether it changes what is kept. */
  readonly writes: boolean;
  /** @param input held to its schema */
  readonly run: (input: unknown, call: ToolCall) => Promise<Told>;
}

/** A tool whose input is of a type, as its schema says. */
export function tool<Input>({
  writes = false,
  run,
  ...tool
}: Omit<Tool, 'run' | 'writes'> & {
  readonly writes?: boolean;
  readonly run: (input: Input, call: ToolCall) => Promise<Told>;
}): Tool {
  return { ...tool, writes, run: (input, call) => run(input as Input, call) };
}

export const TEXT: Schema = { type: 'string' };
export const NUMBER: Schema = { type: 'number' };
export const WHOLE: Schema = { type: 'integer' };
export const FLAG: Schema = { type: 'boolean' };
/** Lower and upper end. */
export const RANGE: Schema = { type: 'array', items: NUMBER, minItems: 2, maxItems: 2 };

export function told(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

export function list(items: Schema, more: Schema = {}): Schema {
  return { type: 'array', items, ...more };
}

export function object({ properties, required }: ObjectSchema): Schema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required === undefined ? {} : { required }),
  };
}
