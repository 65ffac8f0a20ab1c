/** A JSON Schema, as it was parsed. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  [keyword: string]: unknown;
}

export interface Protocol {
  version: string;
  methods: Record<string, { description: string; params: string; result: string }>;
  errors: Record<string, string>;
  schemas: Map<string, Schema>;
  examples: Map<string, Example[]>;
}

/** A request and what answers it, or a message alone. */
export interface Example {
  title: string;
  request?: { id: number; method: string; params: object };
  response?: { id: number; result?: object; error?: { data: { code: string } } };
  message?: { method?: string; error?: { data: { code: string } } };
}

export const MESSAGES: Record<string, 'taken' | 'given'>;
export function readProtocol(folder: URL): Promise<Protocol>;
export function named(reference: string): [schema: string, definition: string | undefined];
export function resolved(
  schemas: Map<string, Schema>,
  schema: Schema,
  name: string,
): { schema: Schema; name: string };
export function tagOf(branches: Schema[]): { name: string; values: unknown[] } | undefined;
export function namesOfMessages(protocol: Protocol): string[];
