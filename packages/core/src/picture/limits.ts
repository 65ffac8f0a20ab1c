import { CalmError } from '../protocol/errors.js';

/** How much a picture may ask of the machine before it is refused. */
export interface PictureLimits {
  /** Size of the file or the bytes. Streams, which must be held in memory, end at 256 MiB in any case. */
  readonly bytes: number;
  /** Width times height of what can be decoded row by row: baseline JPEG, PNG, TIFF. */
  readonly pixels: number;
  /** Width times height of what must be decoded as a whole: progressive JPEG, interlaced PNG, WebP, AVIF, GIF, SVG, raw pixels. */
  readonly wholePixels: number;
  /** From the call to the picture, reading included. */
  readonly milliseconds: number;
}

export const DEFAULT_PICTURE_LIMITS: PictureLimits = {
  bytes: 2 ** 30,
  pixels: 400e6,
  wholePixels: 125e6,
  milliseconds: 120_000,
};

/** Files up to this size are read into memory once; larger ones, as large TIFFs are, are decoded from disk. Streams end here. */
export const HELD_BYTES = 256 * 2 ** 20;

/** Fills in defaults and refuses limits that are no positive numbers. */
export function completeLimits(limits: Partial<PictureLimits> = {}): PictureLimits {
  const complete = { ...DEFAULT_PICTURE_LIMITS, ...limits };
  for (const key of ['bytes', 'pixels', 'wholePixels', 'milliseconds'] as const) {
    const value: unknown = complete[key];
    if (typeof value !== 'number' || !(value > 0)) {
      throw new CalmError('invalid-request', `limits.${key} is ${String(value)}.`, {
        hint: 'Give a positive number, or leave it out for the default.',
      });
    }
  }
  return complete;
}

/** The time left for one picture, and whether the caller still wants it. */
export interface Deadline {
  /** Aborted when time is up or the caller cancels. */
  readonly signal: AbortSignal;
  /** Throws `timed-out` or `cancelled` once {@link signal} is aborted. */
  check(): void;
  /** Whole seconds left, at least 1: the unit of sharp's own timeout. */
  seconds(): number;
}

/** What is done with a picture, for messages. */
interface Task {
  /** "Reading" photo.jpg was cancelled. */
  readonly doing: string;
  /** photo.jpg could not be "read" within ten seconds. */
  readonly done: string;
}

/**
 * Runs `work` with a time limit. Settles as soon as time is up or `signal` is aborted, even where native work cannot be
 * interrupted; that work then ends in the background and its result is dropped.
 *
 * @throws CalmError `timed-out`, `cancelled`
 */
export async function withinTime<T>(
  name: string,
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (deadline: Deadline) => Promise<T>,
  { doing, done }: Task = { doing: 'Reading', done: 'read' },
): Promise<T> {
  const controller = new AbortController();
  const end = performance.now() + milliseconds;
  const stop = (reason: CalmError): void => controller.abort(reason);
  const cancel = (): void => stop(CalmError.cancelled(`${doing} ${name}`));
  if (signal?.aborted === true) throw CalmError.cancelled(`${doing} ${name}`);
  signal?.addEventListener('abort', cancel, { once: true });
  // Longer than setTimeout can wait (24.8 days) means no timer.
  const timer =
    milliseconds < 2 ** 31
      ? setTimeout(() => {
          stop(
            new CalmError(
              'timed-out',
              `${name} could not be ${done} within ${Math.round(milliseconds) / 1000} seconds.`,
              {
                hint: 'Save the picture as a plain JPEG or PNG, or raise the time limit.',
                retryable: true,
              },
            ),
          );
        }, milliseconds)
      : undefined;
  const deadline: Deadline = {
    signal: controller.signal,
    check: () => controller.signal.throwIfAborted(),
    seconds: () => Math.min(3600, Math.max(1, Math.ceil((end - performance.now()) / 1000))),
  };
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(controller.signal.reason as CalmError);
    controller.signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work(deadline), aborted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    if (onAbort !== undefined) controller.signal.removeEventListener('abort', onAbort);
  }
}
