/** What goes between the engine and the process of an extension. */
import type { ErrorInfo } from '../protocol/errors.js';
import type { ExtensionManifest } from '../protocol/generated/extension.js';

/** What the process is asked to do, beside activating. */
export type Work = 'measure' | 'write' | 'run' | 'report' | 'store-open' | 'store-call';

/** The first message. */
export interface Activation {
  readonly kind: 'activate';
  /** The extension's own id. */
  readonly id: string;
  /** URL of the module. */
  readonly main: string;
  readonly contributes: ExtensionManifest['calm']['contributes'];
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Folder for its storage. */
  readonly storage: string;
}

export type ToExtension =
  | Activation
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly work: Work;
      /** Id of the contribution. */
      readonly id: string;
      readonly argument: unknown;
    }
  /** One of the things that a call goes over; then that there are no more. */
  | { readonly kind: 'push'; readonly call: number; readonly item: unknown }
  | { readonly kind: 'end'; readonly call: number }
  | { readonly kind: 'cancel'; readonly call: number }
  /** What a request of the extension's is answered. */
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: unknown }
  | { readonly kind: 'deactivate' };

export type FromExtension =
  | { readonly kind: 'active'; readonly registered: readonly string[] }
  | { readonly kind: 'item'; readonly call: number; readonly item: unknown }
  /** The next thing to go over may come. */
  | { readonly kind: 'more'; readonly call: number }
  | { readonly kind: 'done'; readonly call: number; readonly result: unknown }
  /** No call: the activation. `info`: where the error is one of ours. */
  | {
      readonly kind: 'failed';
      readonly call?: number;
      readonly message: string;
      readonly info?: ErrorInfo;
    }
  | { readonly kind: 'ask'; readonly ask: number; readonly method: string; readonly params: object }
  | { readonly kind: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };
