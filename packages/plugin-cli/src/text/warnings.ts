import type { Warning } from '@calm-sdk/core';

/** What extensions failed to give, over all pictures of a run: told once, at its end. */
export class Warnings {
  readonly #missing = new Map<string, { pictures: number; readonly message: string }>();

  add(warnings: readonly Warning[] = []): void {
    for (const { contribution, message } of warnings) {
      const known = this.#missing.get(contribution);
      if (known === undefined) this.#missing.set(contribution, { pictures: 1, message });
      else known.pictures += 1;
    }
  }

  /** One line; none where nothing is missing. */
  get line(): string | undefined {
    if (this.#missing.size === 0) return undefined;
    const missing = [...this.#missing].map(
      ([contribution, { pictures }]) =>
        `${contribution} (${pictures} ${pictures === 1 ? 'picture' : 'pictures'})`,
    );
    const messages = new Set([...this.#missing.values()].map(({ message }) => message));
    return `missing for want of an extension: ${missing.join(', ')}. ${[...messages].join(' ')}`;
  }
}
