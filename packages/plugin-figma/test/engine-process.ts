/** The real engine, as a person starts it: `calm serve`, with a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pair } from '@calm-sdk/core/client';
import { vi } from 'vitest';

const PROGRAM = path.join(import.meta.dirname, '../../plugin-cli/dist/main.js');

export class EngineProcess implements AsyncDisposable {
  readonly #folder: string;
  readonly #children: ChildProcess[] = [];
  port = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param port 0 is any that is free */
  static async start(port = 0): Promise<EngineProcess> {
    const engine = new EngineProcess(await mkdtemp(path.join(tmpdir(), 'calm-figma-')));
    engine.#run('serve', '--port', String(port));
    const file = path.join(engine.#folder, 'calm/server.json');
    await vi.waitFor(
      async () => {
        const { port: found } = JSON.parse(await readFile(file, 'utf8')) as { port: number };
        engine.port = found;
      },
      { timeout: 30_000, interval: 50 },
    );
    return engine;
  }

  /** The code that `calm pair` shows, digits alone. */
  async pairingCode(): Promise<string> {
    const child = this.#run('pair');
    let said = '';
    for await (const chunk of child.stdout!.setEncoding('utf8')) {
      said += String(chunk);
      const code = /\b(\d{3}) (\d{3})\b/u.exec(said);
      if (code !== null) {
        child.stdout!.resume();
        return `${code[1]}${code[2]}`;
      }
    }
    throw new Error(`calm pair showed no code: ${said}`);
  }

  /** A token of a paired program. */
  async pair(): Promise<string> {
    const code = await this.pairingCode();
    const { token } = await pair(`http://localhost:${this.port}`, code, { name: 'A test' });
    return token;
  }

  /** Ends the server at once, as a crash does. */
  async kill(): Promise<void> {
    const [server] = this.#children;
    server!.kill('SIGKILL');
    await once(server!, 'exit');
  }

  #run(...argv: string[]): ChildProcess {
    const child = spawn(process.execPath, [PROGRAM, ...argv], {
      env: {
        ...process.env,
        XDG_DATA_HOME: this.#folder,
        XDG_CACHE_HOME: path.join(this.#folder, 'cache'),
        CALM_STORE: '',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#children.push(child);
    return child;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
