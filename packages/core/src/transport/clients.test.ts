import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientRecord, Clients, newToken, type ClientRecord } from './clients.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const unauthorized = expect.objectContaining({ code: 'unauthorized' }) as Error;
const wrong = (code: string): string => String((Number(code) + 1) % 1e6).padStart(6, '0');

describe('clients', () => {
  it('are known by their tokens, of which nothing is kept but a hash', () => {
    const token = newToken();
    const record = clientRecord(token, { name: 'Lightroom', kind: 'native' });
    const clients = new Clients([record]);
    expect(clients.authenticate(token)).toEqual(record);
    expect(clients.authenticate(newToken())).toBeUndefined();
    expect(clients.authenticate(record.tokenSha256)).toBeUndefined();
    expect(JSON.stringify(clients.records)).not.toContain(token);
  });

  it('have their last use noted, to the minute', () => {
    const token = newToken();
    const kept: (readonly ClientRecord[])[] = [];
    const clients = new Clients([clientRecord(token, { name: 'Lightroom', kind: 'native' })], {
      onChange: (records) => kept.push(records),
    });
    for (let second = 0; second < 90; second++) {
      clients.authenticate(token);
      vi.advanceTimersByTime(1000);
    }
    expect(kept).toHaveLength(2);
    const [first, second] = kept.map(([record]) => Date.parse(record!.lastUsedAt!));
    expect(second! - first!).toBe(60_000);
  });

  it('can be revoked where they were paired, and not where they own the machine', () => {
    const clients = new Clients([clientRecord(newToken(), { name: 'Mine', kind: 'native' })]);
    const { code } = clients.offer();
    const { token } = clients.pair(code, 'Panel');
    expect(() => clients.revoke('Mine')).toThrow(/Panel|No paired/);
    expect(clients.revoke('Panel').name).toBe('Panel');
    expect(clients.authenticate(token)).toBeUndefined();
    expect(() => clients.revoke('Panel')).toThrow('No paired client is called "Panel".');
  });
});

describe('a pairing code', () => {
  it('is good once', async () => {
    const clients = new Clients();
    const { code, outcome } = clients.offer();
    expect(code).toMatch(/^\d{6}$/u);
    const { token } = clients.pair(`${code.slice(0, 3)} ${code.slice(3)}`, 'Panel');
    expect(clients.authenticate(token)).toMatchObject({ name: 'Panel', kind: 'paired' });
    await expect(outcome).resolves.toEqual({ state: 'paired', name: 'Panel' });
    expect(() => clients.pair(code, 'Panel')).toThrow(unauthorized);
  });

  it('is good for two minutes', async () => {
    const clients = new Clients();
    const { code, outcome } = clients.offer();
    vi.advanceTimersByTime(119_999);
    expect(() => clients.pair(wrong(code), 'Panel')).toThrow(unauthorized);
    vi.advanceTimersByTime(1);
    await expect(outcome).resolves.toEqual({ state: 'expired' });
    expect(() => clients.pair(code, 'Panel')).toThrow('No pairing code is waited for.');
  });

  it('is void after five wrong ones', async () => {
    const clients = new Clients();
    const { code, outcome } = clients.offer();
    for (let tries = 1; tries < 5; tries++) {
      expect(() => clients.pair(wrong(code), 'Guesser')).toThrow(unauthorized);
    }
    expect(() => clients.pair(wrong(code), 'Guesser')).toThrow(
      expect.objectContaining({ code: 'busy' }) as Error,
    );
    await expect(outcome).resolves.toEqual({ state: 'guessed' });
    expect(() => clients.pair(code, 'Panel')).toThrow(unauthorized);
    expect(clients.records).toEqual([]);
  });

  it('is void once another is asked for', async () => {
    const clients = new Clients();
    const first = clients.offer();
    const second = clients.offer();
    expect([first.replaces, second.replaces]).toEqual([false, true]);
    await expect(first.outcome).resolves.toEqual({ state: 'withdrawn' });
    clients.pair(second.code, 'Panel');
    await expect(second.outcome).resolves.toMatchObject({ state: 'paired' });
  });

  it('gives every program a name of its own', () => {
    const clients = new Clients();
    const names = [1, 2, 3].map(() => clients.pair(clients.offer().code, 'Panel').record.name);
    expect(names).toEqual(['Panel', 'Panel 2', 'Panel 3']);
  });
});
