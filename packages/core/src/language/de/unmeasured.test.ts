import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unmeasured } from './unmeasured.js';

const ATTRIBUTES = new URL('../../attributes/', import.meta.url);

describe('why something was not measured', () => {
  it('is said in German whatever attribute it was', () => {
    const reasons = readdirSync(ATTRIBUTES)
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, ATTRIBUTES), 'utf8'))
      .flatMap((source) => [...source.matchAll(/reason: '([^']+)'/gu)])
      .map(([, reason = '']) => reason);
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(unmeasured(reason)).not.toBe(reason);
  });

  it('of a preview, with its figures', () => {
    expect(unmeasured('the source is a preview of 2048 of 6000 pixels')).toBe(
      'die Quelle ist eine Vorschau mit 2048 von 6000 Pixeln',
    );
  });

  it('stays as it is where an attribute from elsewhere says it', () => {
    expect(unmeasured('the moon was not up')).toBe('the moon was not up');
  });
});
