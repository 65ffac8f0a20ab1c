/** The plug-in as it is installed, in the simulator, beside the engine as it is installed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';

const PROGRAM = path.join(import.meta.dirname, '../../plugin-cli/dist/main.js');
const SIMULATOR = path.join(import.meta.dirname, '../simulator/run.lua');

/** What the simulator reports; see its README. */
export interface Report {
  readonly photos: readonly {
    readonly path: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly rating?: number;
    readonly pickStatus?: number;
  }[];
  readonly writes: readonly {
    readonly field: string;
    readonly private: boolean;
    readonly photo: number;
  }[];
  readonly undoSteps: readonly { readonly name: string }[];
  readonly collections: readonly {
    readonly path: string;
    readonly kind: string;
    readonly photos?: readonly number[];
  }[];
  readonly dialogs: readonly {
    readonly kind: string;
    readonly title?: string;
    readonly message?: string;
    readonly info?: string;
    readonly tree?: unknown;
  }[];
  readonly exports: readonly {
    readonly renditions: readonly {
      readonly success: boolean;
      readonly message?: string;
      readonly unaltered: boolean;
    }[];
    readonly leftOut: readonly unknown[];
  }[];
  readonly errors: readonly { readonly message: string }[];
  readonly warnings: readonly string[];
  readonly commands: readonly string[];
  readonly longestBlockMs: number;
  readonly [more: string]: unknown;
}

/** A person's computer: a data folder, the plug-in in place, and an engine that runs or not. */
export class Computer implements AsyncDisposable {
  #engine: ChildProcess | undefined;

  private constructor(
    /** A folder of its own, gone afterwards. */
    readonly folder: string,
    readonly plugin: string,
  ) {}

  static async make(): Promise<Computer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'calm-lightroom-'));
    const computer = new Computer(folder, path.join(folder, 'modules', 'Calm.lrplugin'));
    await computer.calm('install', 'lightroom', '--to', path.join(folder, 'modules'));
    return computer;
  }

  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      XDG_DATA_HOME: path.join(this.folder, 'data'),
      XDG_CACHE_HOME: path.join(this.folder, 'cache'),
      CALM_STORE: '',
      NO_COLOR: '1',
    };
  }

  get data(): string {
    return path.join(this.folder, 'data', 'calm');
  }

  /** Runs the command line until it ends. */
  async calm(...argv: string[]): Promise<string> {
    const child = spawn(process.execPath, [PROGRAM, ...argv], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, problems] = [child.stdout, child.stderr].map((stream) =>
      stream.setEncoding('utf8').toArray(),
    );
    const [status] = (await once(child, 'exit')) as [number];
    if (status !== 0) throw new Error((await problems)?.join('') ?? '');
    return ((await out) as string[]).join('');
  }

  /** Starts `calm serve` and waits until it answers. */
  async startEngine(): Promise<void> {
    this.#engine = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
      env: this.env,
      stdio: 'ignore',
    });
    await vi.waitFor(() => readFile(path.join(this.data, 'server.json')), {
      timeout: 30_000,
      interval: 50,
    });
  }

  /** What a shell runs to end the engine at once, and to start another one. */
  get engineCommands(): { readonly kill: string; readonly start: string } {
    const env = `XDG_DATA_HOME='${this.folder}/data' XDG_CACHE_HOME='${this.folder}/cache' CALM_STORE=''`;
    return {
      kill: `kill -9 $(sed 's/.*"pid": *\\([0-9]*\\).*/\\1/;t;d' '${this.data}/server.json')`,
      start: `${env} '${process.execPath}' '${PROGRAM}' serve --port 0 >/dev/null 2>&1 &`,
    };
  }

  /** Runs a scenario of `scenarios/` and gives what it reports. */
  async run(scenario: string, given: Readonly<Record<string, unknown>>): Promise<Report> {
    const name = path.join(this.folder, `${scenario}-${Math.random().toString(36).slice(2)}.json`);
    const folders = path.join(this.folder, 'home');
    await mkdir(folders, { recursive: true });
    const common = {
      plugin: this.plugin,
      folder: folders,
      program: PROGRAM,
      ...this.engineCommands,
    };
    await writeFile(name, JSON.stringify({ ...common, ...given }));
    const file = path.join(import.meta.dirname, 'scenarios', `${scenario}.lua`);
    const child = spawn('lua5.1', [SIMULATOR, file, name], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, problems] = [child.stdout, child.stderr].map((stream) =>
      stream.setEncoding('utf8').toArray(),
    );
    const [status] = (await once(child, 'exit')) as [number];
    if (status !== 0) throw new Error(`${scenario}: ${((await problems) as string[]).join('')}`);
    return JSON.parse(((await out) as string[]).join('')) as Report;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Also one that the plug-in or a scenario has started.
    const pid = await readFile(path.join(this.data, 'server.json'), 'utf8').then(
      (text) => (JSON.parse(text) as { pid: number }).pid,
      () => undefined,
    );
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    if (
      this.#engine !== undefined &&
      this.#engine.exitCode === null &&
      this.#engine.signalCode === null
    ) {
      this.#engine.kill('SIGKILL');
      await once(this.#engine, 'exit');
    }
    await rm(this.folder, { recursive: true });
  }
}
