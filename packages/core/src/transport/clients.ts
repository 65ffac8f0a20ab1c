import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { CalmError } from '../protocol/errors.js';
import type { PairingOffer, PairingOutcome } from '../protocol/generated/pairing.js';

/** For so long, in milliseconds, a pairing code is good. */
const OFFER_MS = 120_000;

/** So many wrong codes void the offer. */
const MOST_TRIES = 5;

/** Uses are noted no finer than this, in milliseconds, so that not every request writes a file. */
const USE_MS = 60_000;

/** A program that may ask, as it is kept. Its token is not: only that token's hash. */
export interface ClientRecord {
  /** Names it to the engine: jobs and turns belong to it. */
  readonly id: string;
  /** What it is called, for people; no two are called the same. */
  readonly name: string;
  /** `native`: it can read the person's files anyway, and may name them; `paired`: it may not, and sends pictures. */
  readonly kind: 'native' | 'paired';
  /** SHA-256 of the token, in hex. */
  readonly tokenSha256: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601, to the minute; absent: never. */
  readonly lastUsedAt?: string;
}

/** An {@link PairingOffer} that stands. */
export interface StandingOffer extends PairingOffer {
  /** What becomes of it. */
  readonly outcome: Promise<PairingOutcome>;
  /** Takes it back. */
  withdraw(): void;
}

export interface ClientsOptions {
  /** Told whenever a record was added, used or removed, to keep them. */
  readonly onChange?: (records: readonly ClientRecord[]) => void;
}

/** The record of a program with this token; the token itself is kept by whoever has it. */
export function clientRecord(
  token: string,
  { name, kind }: Pick<ClientRecord, 'name' | 'kind'>,
): ClientRecord {
  return {
    id: randomUUID(),
    name,
    kind,
    tokenSha256: sha256(token).toString('hex'),
    createdAt: new Date().toISOString(),
  };
}

/** A token that nobody guesses: 256 random bits, as base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Who may ask, and how a program is let in by the person: with a code of six digits that is good once and for a short time. */
export class Clients {
  #records: ClientRecord[];
  readonly #onChange: (records: readonly ClientRecord[]) => void;
  #offer: Offer | undefined;

  constructor(records: Iterable<ClientRecord> = [], { onChange }: ClientsOptions = {}) {
    this.#records = [...records];
    this.#onChange = onChange ?? (() => undefined);
  }

  /** All of them, oldest first. */
  get records(): readonly ClientRecord[] {
    return this.#records;
  }

  /** Whose token it is. How long that takes tells nothing of any token. */
  authenticate(token: string): ClientRecord | undefined {
    const hash = sha256(token);
    const [known] = this.#records.filter(({ tokenSha256 }) =>
      timingSafeEqual(hash, Buffer.from(tokenSha256, 'hex')),
    );
    if (known === undefined) return undefined;
    const { lastUsedAt } = known;
    if (lastUsedAt === undefined || Date.now() - Date.parse(lastUsedAt) >= USE_MS) {
      const used = { ...known, lastUsedAt: new Date().toISOString() };
      this.#change(this.#records.map((each) => (each === known ? used : each)));
    }
    return known;
  }

  /** Begins to wait for a program that sends the code. An offer that stands is withdrawn. */
  offer(): StandingOffer {
    const replaces = this.#offer !== undefined;
    this.withdraw();
    const offer = new Offer(replaces, () => {
      if (this.#offer === offer) this.#offer = undefined;
    });
    this.#offer = offer;
    return offer;
  }

  /** Takes back the offer that stands, if one does. */
  withdraw(): void {
    this.#offer?.end({ state: 'withdrawn' });
  }

  /**
   * Lets a program in that has sent the code.
   *
   * @param name what it calls itself
   * @throws CalmError `unauthorized` for a wrong code, or where none is waited for; `busy` for the last wrong one
   */
  pair(code: string, name: string): { readonly token: string; readonly record: ClientRecord } {
    const offer = this.#offer;
    if (offer === undefined) {
      throw new CalmError('unauthorized', 'No pairing code is waited for.', {
        hint: 'Run calm pair for a new code, and type it in within two minutes.',
      });
    }
    offer.check(code);
    const token = newToken();
    const record = clientRecord(token, { name: this.#unused(name), kind: 'paired' });
    this.#change([...this.#records, record]);
    offer.end({ state: 'paired', name: record.name });
    return { token, record };
  }

  /**
   * Removes a paired program; its token is worth nothing from now on.
   *
   * @throws CalmError `invalid-request` where none is called so
   */
  revoke(name: string): ClientRecord {
    const paired = this.#records.filter(({ kind }) => kind === 'paired');
    const record = paired.find((each) => each.name === name);
    if (record === undefined) {
      throw new CalmError('invalid-request', `No paired client is called "${name}".`, {
        hint:
          paired.length === 0
            ? 'None is paired.'
            : `Paired are: ${paired.map((each) => each.name).join(', ')}.`,
      });
    }
    this.#change(this.#records.filter((each) => each !== record));
    return record;
  }

  #unused(name: string): string {
    const taken = new Set(this.#records.map((each) => each.name));
    let unused = name;
    for (let number = 2; taken.has(unused); number++) unused = `${name} ${number}`;
    return unused;
  }

  #change(records: ClientRecord[]): void {
    this.#records = records;
    this.#onChange(records);
  }
}

class Offer implements StandingOffer {
  readonly code = String(randomInt(1_000_000)).padStart(6, '0');
  readonly expiresInMs = OFFER_MS;
  readonly replaces: boolean;
  readonly outcome: Promise<PairingOutcome>;
  readonly end: (outcome: PairingOutcome) => void;
  #wrong = 0;

  /**
   * @param replaces whether another stood
   * @param ended told once it stands no more
   */
  constructor(replaces: boolean, ended: () => void) {
    this.replaces = replaces;
    let settle: (outcome: PairingOutcome) => void = () => undefined;
    this.outcome = new Promise((resolve) => {
      settle = resolve;
    });
    const expiry = setTimeout(() => {
      this.end({ state: 'expired' });
    }, OFFER_MS);
    expiry.unref();
    this.end = (outcome) => {
      clearTimeout(expiry);
      ended();
      settle(outcome);
    };
  }

  withdraw(): void {
    this.end({ state: 'withdrawn' });
  }

  check(code: string): void {
    if (timingSafeEqual(sha256(code.replaceAll(' ', '')), sha256(this.code))) return;
    this.#wrong++;
    if (this.#wrong < MOST_TRIES) {
      throw new CalmError('unauthorized', 'This is not the pairing code.', {
        hint: 'Type in the six digits that calm pair shows.',
      });
    }
    this.end({ state: 'guessed' });
    throw new CalmError('busy', `${MOST_TRIES} wrong codes were sent: the code is void.`, {
      hint: 'Run calm pair for a new code.',
    });
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
