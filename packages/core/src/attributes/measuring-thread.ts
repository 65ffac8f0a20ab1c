import { Worker } from 'node:worker_threads';
import type { Attribute, Reading } from './attribute.js';
import { ATTRIBUTES } from './index.js';
import type { AlignedScene, Scene } from './scene.js';

// Run from source (in tests) the worker is the built one: a worker thread cannot load TypeScript.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/measuring-worker.js' : './measuring-worker.js',
  import.meta.url,
);

export interface MeasuringRequest {
  readonly id: number;
  readonly scene: Scene;
}

export type MeasuringResponse =
  | { readonly id: number; readonly readings: readonly Reading[] }
  | { readonly id: number; readonly problem: string };

interface Waiting {
  readonly resolve: (readings: readonly Reading[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The built-in attributes, read in a thread of their own: some 80 ms of arithmetic for each picture, during which a server could answer nobody. The
 * scene's memory is copied there, about 5 MB, which takes 2 ms.
 */
export class MeasuringThread implements AsyncDisposable {
  /** As the engine registers them. */
  readonly attributes: readonly Attribute[];
  readonly #worker = new Worker(WORKER, { execArgv: [] });
  readonly #waiting = new Map<number, Waiting>();
  /** All readings of a scene come at once, whichever is asked for first. */
  readonly #readings = new WeakMap<AlignedScene, Promise<readonly Reading[]>>();
  #scenes = 0;
  #ended: Error | undefined;

  constructor() {
    this.attributes = ATTRIBUTES.map((attribute, place) => ({
      ...attribute,
      measure: async (scene: AlignedScene) => (await this.#read(scene))[place]!,
    }));
    this.#worker.on('message', (response: MeasuringResponse) => {
      const waiting = this.#waiting.get(response.id);
      this.#waiting.delete(response.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if ('readings' in response) waiting?.resolve(response.readings);
      else waiting?.reject(new Error(response.problem));
    });
    this.#worker.on('error', (error) => {
      this.#end(error);
    });
    this.#worker.on('exit', () => {
      this.#end(new Error('The measuring thread has ended.'));
    });
    this.#worker.unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  #read(scene: AlignedScene): Promise<readonly Reading[]> {
    const known = this.#readings.get(scene);
    if (known !== undefined) return known;
    const readings = new Promise<readonly Reading[]>((resolve, reject) => {
      if (this.#ended !== undefined) {
        reject(this.#ended);
        return;
      }
      const id = ++this.#scenes;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      const { picture, features, subject } = scene;
      const request: MeasuringRequest = { id, scene: { picture, features, subject } };
      this.#worker.postMessage(request);
    });
    this.#readings.set(scene, readings);
    return readings;
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
