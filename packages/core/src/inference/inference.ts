import { SHARE_ENV, Worker } from 'node:worker_threads';
import { CalmError } from '../protocol/errors.js';
import type {
  InferenceRequest,
  InferenceResponse,
  Lattice,
  Prompt,
  Provider,
  Tensors,
} from './messages.js';

/** The request without the number that the thread's owner gives it. */
type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

// Run from source (in tests) the worker is the built one: a worker thread cannot load TypeScript.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/worker.js' : './worker.js',
  import.meta.url,
);

/** Where and how a graph runs. */
export interface GraphSettings {
  readonly provider: Provider;
  /** Threads within one run. */
  readonly threads: number;
}

/** ONNX graphs in a thread of their own. Runs are answered in the order in which they were asked. */
export class Inference implements AsyncDisposable {
  // None of the host's own flags (loaders, --input-type, …) concern this thread.
  // The environment is shared because the runtime's reporting to its maker can only be switched off there.
  readonly #worker = new Worker(WORKER, { env: SHARE_ENV, execArgv: [] });
  readonly #waiting = new Map<
    number,
    {
      resolve: (outputs: Tensors) => void;
      reject: (error: Error) => void;
      onToken?: (token: number) => void;
    }
  >();
  #next = 0;
  #ended: Error | undefined;
  #closing: Promise<void> | undefined;

  constructor() {
    this.#worker.on('message', (response: InferenceResponse) => {
      const call = this.#waiting.get(response.id);
      if (response.kind === 'token') {
        call?.onToken?.(response.token);
        return;
      }
      this.#waiting.delete(response.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (response.kind === 'done') call?.resolve(response.outputs);
      else call?.reject(response.reporting ? reporting() : new Error(response.message));
    });
    this.#worker.on('error', (error) => {
      this.#end(error);
    });
    this.#worker.on('exit', () => {
      this.#end(new Error('The inference thread has ended.'));
    });
    this.#worker.unref();
  }

  /**
   * Opens the graph of an ONNX file under a name.
   *
   * @throws CalmError `provider-unavailable` where the provider is missing or the runtime cannot be started here, `bundle-damaged` where the graph cannot be read
   */
  async load(model: string, graph: string, options: GraphSettings): Promise<void> {
    try {
      await this.#ask({ kind: 'load', model, graph, ...options });
    } catch (error) {
      if (error instanceof CalmError) throw error;
      if (options.provider !== 'cpu') {
        throw new CalmError(
          'provider-unavailable',
          `The execution provider "${options.provider}" could not open the ${model} graph: ${messageOf(error)}`,
          { hint: 'Use the provider "cpu", or install what this provider needs.', cause: error },
        );
      }
      throw new CalmError(
        'bundle-damaged',
        `The ${model} graph cannot be opened: ${messageOf(error)}`,
        {
          hint: 'Install the bundle again.',
          cause: error,
        },
      );
    }
  }

  /** Runs a graph. The inputs' memory is copied; the outputs are the caller's. */
  async run(model: string, inputs: Tensors): Promise<Tensors> {
    return await this.#ask({ kind: 'run', model, inputs });
  }

  /**
   * Lets a language model write, and yields the numbers of its tokens as they come. Who stops to listen ends the writing.
   *
   * @param graphs names of its graphs: what goes on from vectors, and what makes vectors of tokens
   */
  async *generate(
    graphs: { readonly decoder: string; readonly embed: string },
    prompt: Prompt,
    limits: { readonly stop: number; readonly most: number; readonly lattice?: Lattice },
  ): AsyncGenerator<number> {
    const tokens: number[] = [];
    let wake = (): void => undefined;
    const id = this.#next;
    let ended = false;
    const done = this.#ask({ kind: 'generate', ...graphs, prompt, ...limits }, (token) => {
      tokens.push(token);
      wake();
    }).finally(() => {
      ended = true;
      wake();
    });
    // Who no longer listens does not hear of it either.
    done.catch(() => undefined);
    try {
      for (;;) {
        while (tokens.length > 0) yield tokens.shift()!;
        if (ended) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      await done;
    } finally {
      if (!ended) {
        this.#worker.postMessage({ kind: 'stop', id } satisfies InferenceRequest);
        await done.catch(() => undefined);
      }
    }
  }

  /** Waits for the runs under way, then ends the thread. Ending it in mid-run would abort the whole process. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    await this.#ask({ kind: 'close' });
    // Nothing waits for an answer any more, but the process must not end before its caller hears of the exit.
    this.#worker.ref();
    await exited;
  }

  #ask(request: Unnumbered<InferenceRequest>, onToken?: (token: number) => void): Promise<Tensors> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, ...(onToken === undefined ? {} : { onToken }) });
      this.#worker.ref();
      this.#worker.postMessage({ ...request, id });
    });
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const call of this.#waiting.values()) call.reject(error);
    this.#waiting.clear();
  }
}

/** What the environment of a host's own thread keeps from being switched off. */
function reporting(): CalmError {
  return new CalmError(
    'provider-unavailable',
    'ONNX Runtime was not started: it would report its use to Microsoft, which a worker thread with a copy of the environment cannot stop.',
    {
      hint: 'Start the thread with new Worker(file, { env: SHARE_ENV }), or the process with ORT_DISABLE_TELEMETRY=1.',
    },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
