/** A program from outside npm, with the Debian package that holds it. */
export interface Need {
  readonly program: string;
  readonly debian: string;
}

export declare const NEEDS: readonly Need[];
export declare function isPresent(program: string): boolean;
export declare function find(program: string): string | undefined;
export declare function installMissing(): void;
