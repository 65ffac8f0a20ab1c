/**
 * One list that the built-in parts and foreign ones enter by the same door: attributes today.
 */
export class ContributionPoint<T extends { readonly id: string }> implements Iterable<T> {
  readonly #name: string;
  readonly #entries = new Map<string, { readonly contribution: T; readonly publisher: string }>();

  /** @param name for messages: `attributes` */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Adds a contribution at the end of the list; disposing what is returned takes it out again.
   *
   * @param publisher who contributes it: `calm` for what is built in
   * @throws Error where the id is taken
   */
  register(contribution: T, publisher: string): Disposable {
    const known = this.#entries.get(contribution.id);
    if (known !== undefined) {
      throw new Error(
        `"${contribution.id}" is already registered in ${this.#name} by ${known.publisher}; ${publisher} must choose another id.`,
      );
    }
    const entry = { contribution, publisher };
    this.#entries.set(contribution.id, entry);
    return {
      [Symbol.dispose]: () => {
        if (this.#entries.get(contribution.id) === entry) this.#entries.delete(contribution.id);
      },
    };
  }

  /** Who registered this id, if anybody. */
  publisher(id: string): string | undefined {
    return this.#entries.get(id)?.publisher;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const { contribution } of this.#entries.values()) yield contribution;
  }
}
