/** A program from outside npm, with the Debian package that holds it. */
export interface Need {
  readonly program: string;
  readonly debian: string;
  /** Of what is no program: a command that succeeds where it is there. */
  readonly tried?: readonly string[];
}

export declare const NEEDS: readonly Need[];
export declare function isPresent(program: string): boolean;
export declare function find(program: string): string | undefined;
export declare function installMissing(): void;
