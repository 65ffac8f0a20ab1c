import type { Protocol, Schema } from './schemas.mjs';

export function breaksBetween(old: Protocol, now: Protocol): string[];
export function changedSinceRelease(released: Protocol, now: Protocol): string | undefined;
export function opened(schemas: Map<string, Schema>): Map<string, Schema>;
