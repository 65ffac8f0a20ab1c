import { Worker } from 'node:worker_threads';
import type { Attribute, Reading } from './attribute.js';
import { ATTRIBUTES } from './index.js';
import { appliesTo } from './kinds.js';
import type { AlignedScene, Scene } from './scene.js';

// Run from source (in tests) the worker is the built one: a worker thread cannot load TypeScript.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/measuring-worker.js' : './measuring-worker.js',
  import.meta.url,
);

export interface MeasuringRequest {
  readonly id: number;
  readonly scene: Scene;
  /** Of what is asked for, in {@link ATTRIBUTES}. */
  readonly places: readonly number[];
}

export type MeasuringResponse =
  | { readonly id: number; readonly readings: readonly Reading[] }
  | { readonly id: number; readonly problem: string };

/** Attributes whose readings of a scene come at once, whichever is asked for first. */
interface Group {
  readonly places: number[];
  readonly readings: WeakMap<AlignedScene, Promise<readonly Reading[]>>;
}

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
  #scenes = 0;
  #ended: Error | undefined;

  constructor() {
    // What is read in photographs, and what in other kinds alone, which most pictures are not.
    const [usual, other]: [Group, Group] = [
      { places: [], readings: new WeakMap() },
      { places: [], readings: new WeakMap() },
    ];
    this.attributes = ATTRIBUTES.map((attribute, place) => {
      const group = appliesTo(attribute, 'photograph') ? usual : other;
      const index = group.places.push(place) - 1;
      return {
        ...attribute,
        measure: async (scene: AlignedScene) => (await this.#read(scene, group))[index]!,
      };
    });
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

  #read(scene: AlignedScene, group: Group): Promise<readonly Reading[]> {
    const known = group.readings.get(scene);
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
      const request: MeasuringRequest = {
        id,
        scene: { picture, features, subject },
        places: group.places,
      };
      this.#worker.postMessage(request);
    });
    group.readings.set(scene, readings);
    return readings;
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
