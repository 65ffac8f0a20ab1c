/** Writes what was checked. */
export type Write = () => void | Promise<void>;
