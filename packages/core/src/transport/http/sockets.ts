import type { Socket } from 'node:net';

/** A request that is being answered. */
export interface UnderWay {
  readonly socket: Socket;
  /** Whose it is. */
  readonly client: string;
  /** Nobody waits for it any more. */
  readonly cancel: () => void;
}

/**
 * The connections of a server, and which of them somebody with a token waits on. Where there are more than are held, the one that has waited
 * longest without such a request goes: a flood of strangers takes no place from those who may ask.
 */
export class Sockets {
  readonly #most: number;
  readonly #idle = new Set<Socket>();
  readonly #underWay = new Set<UnderWay>();
  #count = 0;
  #closing = false;
  #drained: (() => void) | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  add(socket: Socket): void {
    this.#count++;
    this.#idle.add(socket);
    socket.once('close', () => {
      this.#count--;
      this.#idle.delete(socket);
      for (const each of this.#underWay) {
        if (each.socket !== socket) continue;
        each.cancel();
        this.end(each);
      }
    });
    if (this.#count <= this.#most) return;
    const [oldest = socket] = this.#idle;
    oldest.destroy();
  }

  begin(underWay: UnderWay): void {
    this.#underWay.add(underWay);
    this.#idle.delete(underWay.socket);
  }

  end(underWay: UnderWay): void {
    const { socket } = underWay;
    this.#underWay.delete(underWay);
    if (this.#underWay.size === 0) this.#drained?.();
    if (socket.destroyed || [...this.#underWay].some((each) => each.socket === socket)) return;
    this.#idle.add(socket);
    if (this.#closing) socket.destroySoon();
  }

  /** Whether nothing is being answered on it. */
  isIdle(socket: Socket): boolean {
    return this.#idle.has(socket);
  }

  /** Nobody waits for these any more. */
  cancel(concerned: (underWay: UnderWay) => boolean = () => true): void {
    for (const each of this.#underWay) if (concerned(each)) each.cancel();
  }

  /** Closes each once nothing is being answered on it, and waits for that. */
  async drain(): Promise<void> {
    this.#closing = true;
    for (const socket of this.#idle) socket.destroySoon();
    if (this.#underWay.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
  }
}
