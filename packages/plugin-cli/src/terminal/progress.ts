import { bar } from './bar.js';
import { cells, cutEnd, cutMiddle } from './columns.js';
import { printable } from './printable.js';
import type { FootLine } from './screen.js';

/** Nothing is shown for what is done sooner. */
const QUIET_MS = 1000;
/** The rate is that of the last so many pictures: the first of a run are slow, remembered ones quick. */
const WINDOW = 64;

const GAP = '  ';
/** A name in fewer cells says nothing. */
const LEAST_NAME = 8;

/** How far a run over many pictures is, how long it will take, and which picture it waits for. */
export class Progress implements FootLine {
  /** How many there will be, once somebody has counted. */
  total: number | undefined;
  #done = 0;
  /** Names of the pictures under way, oldest first. */
  readonly #underWay: string[] = [];
  readonly #times: number[];
  readonly #start: number;
  readonly #now: () => number;

  /** @param now a clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
    this.#times = [this.#start];
  }

  get done(): number {
    return this.#done;
  }

  /** A picture is under way from here on. */
  begin(name: string): void {
    this.#underWay.push(name);
  }

  /** The oldest picture under way is done. */
  step(): void {
    this.#underWay.shift();
    this.#done += 1;
    this.#times.push(this.#now());
    if (this.#times.length > WINDOW) this.#times.shift();
  }

  /** So many of so many are done, where somebody else counts. @param total absent while it is unknown */
  readonly reach = (done: number, total?: number): void => {
    this.total = total;
    while (this.#done < done) this.step();
  };

  /** Pictures a second, lately; `undefined` before the first. */
  get rate(): number | undefined {
    if (this.#done === 0) return undefined;
    const span = this.#now() - (this.#times[0] as number);
    return span > 0 ? ((this.#times.length - 1) * 1000) / span : undefined;
  }

  line(width: number): string | undefined {
    if (this.#now() - this.#start < QUIET_MS) return undefined;
    const { total, rate } = this;
    const name = printable(this.#underWay[0] ?? '');
    if (total === 1) return cutEnd(`  assessing ${name} …`, width);
    const parts: string[] = [];
    if (total === undefined || total < this.#done) {
      parts.push(`${this.#done} done`);
    } else {
      const cells = Math.max(0, Math.min(24, width - 56));
      parts.push(`${this.#done} of ${total}`);
      if (cells > 0) parts.push(bar(total === 0 ? 1 : this.#done / total, cells));
    }
    if (rate !== undefined) {
      parts.push(`${rate.toFixed(1)} a second`);
      if (total !== undefined && total >= this.#done) {
        parts.push(`${duration((total - this.#done) / rate)} left`);
      }
    }
    const figures = `  ${parts.join('  ')}`;
    const room = width - cells(figures) - GAP.length;
    if (name === '' || room < LEAST_NAME) return cutEnd(figures, width);
    return figures + GAP + cutMiddle(name, room);
  }
}

/** Seconds in words: `8 s`, `1 min 27 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
