import type { PersonalizationStore } from '../store.js';

/** A place for one store, empty at first, that a check has to itself. */
export interface StoreUnderTest {
  /** Opens the store that lies there; several may be open at a time. */
  readonly open: () => Promise<PersonalizationStore>;
  /**
   * Which of some texts stand, in UTF-8, anywhere in what the store has written, be it in use or not. Without it nobody looks whether
   * what was deleted is gone.
   */
  readonly find?: (texts: readonly string[]) => Promise<readonly string[]>;
  /** Removes it all. What the check has opened is closed by then. */
  readonly remove: () => Promise<void>;
}
