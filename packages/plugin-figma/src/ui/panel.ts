/** What the panel knows and does. The parts that draw it read its state and call its methods; nothing else changes it. */
import { CalmError, type Methods } from '@calm-sdk/core/client';
import {
  checkConsistency,
  checkLayout,
  type Layout,
  type LayoutCritique,
  type LayoutFinding,
} from '@calm-sdk/core/layout';
import type {
  Fix,
  FrameRef,
  Ignored,
  ImageFill,
  Opened,
  Selection,
  Settings,
} from '../messages.js';
import { call, CallRefused, onEvent } from './bridge.js';
import { localeOf, wordsFor, type Words } from './language/index.js';
import { connect, pairWith, stateOf, type Engine, type LinkState } from './link/engine.js';
import { base64, decode, type Rendition } from './picture.js';

export type Assessment = Methods['assess']['result'];
export type Comparison = Methods['compare']['result'];
type Suggestion = NonNullable<Assessment['suggestions']>['suggestions'][number];

/** What the engine says of a frame, as far as it has. */
export type Impression =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'told'; readonly assessment: Assessment; readonly photos: readonly Photo[] }
  | { readonly kind: 'failed'; readonly message: string };

/** A photograph that fills a layer, and what would make it better. */
export interface Photo {
  readonly image: ImageFill;
  readonly assessment: Assessment;
  readonly suggestions: readonly Suggestion[];
}

export interface Critique {
  readonly frame: FrameRef;
  readonly layout: Layout;
  readonly rendition: Rendition;
  readonly result: LayoutCritique;
  readonly impression: Impression;
  /** The document has changed since. */
  readonly stale: boolean;
  /** Against the critique before: what is gone, and ids of what is new. Absent at first. */
  readonly since?: { readonly gone: readonly LayoutFinding[]; readonly added: ReadonlySet<string> };
  /** What the person said of the frame. */
  readonly thumb?: 'up' | 'down';
}

export type Screen =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'working';
      readonly name: string;
      readonly done?: number;
      readonly total?: number;
    }
  | { readonly kind: 'critique'; readonly id: string }
  | {
      readonly kind: 'page';
      readonly ids: readonly string[];
      readonly across: readonly LayoutFinding[];
    }
  | { readonly kind: 'compare'; readonly ids: readonly string[]; readonly comparison?: Comparison }
  | { readonly kind: 'error'; readonly message: string };

export type View = 'pins' | 'grid' | 'contrast' | 'protan' | 'deutan' | 'tritan' | 'heat';
export type Level = 'all' | 'must' | 'could';

export interface State {
  readonly selection: Selection;
  readonly settings: Settings;
  readonly ignored: readonly Ignored[];
  readonly fileName: string;
  readonly writable: boolean;
  readonly link: LinkState;
  readonly screen: Screen;
  readonly critiques: ReadonlyMap<string, Critique>;
  readonly view: View;
  readonly level: Level;
  /** The finding that is pointed at. */
  readonly pointed?: string;
  /** The finding whose fix is shown on the picture. */
  readonly previewed?: string;
  readonly notice?: { readonly kind: 'done' | 'failed'; readonly text: string };
}

/** Longest side of renditions until an engine asks for another. */
const SIDE = 2048;
const PROFILE = 'Figma';
const FIRST_PAUSE_MS = 4000;
const LONGEST_PAUSE_MS = 60_000;

export class Panel {
  readonly locale: string;
  readonly words: Words;
  #state: State = {
    selection: { frames: [], reason: 'nothing' },
    settings: {},
    ignored: [],
    fileName: '',
    writable: true,
    link: { kind: 'unasked' },
    screen: { kind: 'start' },
    critiques: new Map(),
    view: 'pins',
    level: 'all',
  };
  readonly #listeners = new Set<() => void>();
  #work: AbortController | undefined;
  #asksAgain: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(languages: readonly string[]) {
    this.locale = localeOf(languages);
    this.words = wordsFor(this.locale);
  }

  get state(): State {
    return this.#state;
  }

  /** Calls back after each change, until what it returns is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async open(): Promise<void> {
    onEvent((event) => {
      if (event.event === 'selection') this.#set({ selection: event.selection });
      else this.#update(event.frame, (critique) => ({ ...critique, stale: true }));
    });
    const opened: Opened = await call('open', undefined);
    this.#set(opened);
  }

  /** Of one frame a critique, of several a comparison. */
  async critiqueSelection(): Promise<void> {
    const { frames } = this.#state.selection;
    const [first, ...others] = frames;
    if (first === undefined) return;
    if (others.length > 0) return this.#compare(frames);
    await this.#run(first.name, async (signal) => {
      const id = await this.#critique(first, signal);
      this.#set({ screen: { kind: 'critique', id }, view: 'pins' });
      this.#askEngine([id]);
    });
  }

  async critiquePage(): Promise<void> {
    await this.#run(this.words.page.name, async (signal) => {
      const frames = await call('page', undefined);
      const ids = await this.#critiqueAll(frames, signal);
      const layouts = ids.map((id) => this.#state.critiques.get(id)!.layout);
      const across = checkConsistency(layouts, { locale: this.locale }).flat();
      this.#set({ screen: { kind: 'page', ids, across } });
    });
  }

  async recheck(id: string): Promise<void> {
    const before = this.#state.critiques.get(id);
    if (before === undefined) return;
    await this.#run(before.frame.name, async (signal) => {
      await this.#critique(before.frame, signal);
      this.#set({ screen: { kind: 'critique', id } });
      this.#askEngine([id]);
    });
  }

  openCritique(id: string): void {
    this.#set({ screen: { kind: 'critique', id }, view: 'pins' });
    if (this.#state.critiques.get(id)?.impression.kind === 'none') this.#askEngine([id]);
  }

  back(): void {
    this.cancel();
    this.#set({ screen: { kind: 'start' } });
  }

  cancel(): void {
    this.#work?.abort();
  }

  /** Asks again whether an engine is there. @param quietly is told only where one is */
  async reconnect(quietly = false): Promise<void> {
    clearTimeout(this.#asksAgain);
    await this.#connect(quietly);
    const { screen, link } = this.#state;
    if (link.kind !== 'connected') return;
    if (screen.kind === 'critique') this.#askEngine([screen.id]);
    if (screen.kind === 'compare') this.#askComparison(screen.ids);
  }

  async pairWith(code: string): Promise<void> {
    try {
      const token = await pairWith(code.replace(/\D/gu, ''));
      const settings = { ...this.#state.settings, token };
      await call('keep', settings);
      this.#set({ settings });
      await this.reconnect();
    } catch (error) {
      if (!(error instanceof CalmError)) throw error;
      if (error.code === 'unauthorized' || error.code === 'busy') {
        this.#fail(this.words.banner.wrongCode);
      } else {
        this.#set({ link: await stateOf(error) });
      }
    }
  }

  point(finding: string | undefined): void {
    if (this.#state.pointed !== finding) this.#set({ pointed: finding });
  }

  preview(finding: string | undefined): void {
    this.#set({ previewed: finding, view: 'pins' });
  }

  setView(view: View): void {
    this.#set({ view });
  }

  setLevel(level: Level): void {
    this.#set({ level });
  }

  async show(nodes: readonly string[]): Promise<void> {
    await this.#try(async () => {
      await call('show', { nodes });
    });
  }

  async goToComponent(node: string): Promise<void> {
    await this.#try(async () => {
      const { library } = await call('component', { node });
      if (library !== undefined) this.#tell(this.words.finding.inLibrary(library));
    });
  }

  /** Makes a fix, and looks at the frame again. */
  async fix(id: string, fix: Fix, what: string): Promise<void> {
    const made = await this.#try(async () => {
      await call('fix', { fix });
    });
    if (!made) return;
    await this.recheck(id);
    this.#tell(this.words.finding.fixed(what));
  }

  async ignore(one: Ignored): Promise<void> {
    await this.#try(async () => {
      this.#set({ ignored: await call('ignore', one) });
    });
  }

  async unignore(one: Ignored): Promise<void> {
    await this.#try(async () => {
      this.#set({ ignored: await call('unignore', one) });
    });
  }

  async annotate(id: string): Promise<void> {
    const critique = this.#state.critiques.get(id);
    if (critique === undefined) return;
    const { width, height } = critique.layout;
    const marks = this.findingsOf(critique).map(({ level, title, message, box }, index) => ({
      number: index + 1,
      level,
      title,
      message,
      x: box.x * width,
      y: box.y * height,
      width: box.width * width,
      height: box.height * height,
    }));
    await this.#try(async () => {
      await call('annotate', { frame: critique.frame.id, marks });
      this.#tell(this.words.footer.annotated(marks.length));
    });
  }

  async unannotate(): Promise<void> {
    await this.#try(async () => {
      const { removed } = await call('unannotate', undefined);
      this.#tell(this.words.footer.unannotated(removed));
    });
  }

  /** Tells the team's taste what is thought of a frame; said again, it is taken back. */
  async thumb(id: string, thumb: 'up' | 'down'): Promise<void> {
    const { link } = this.#state;
    const critique = this.#state.critiques.get(id);
    if (critique === undefined || link.kind !== 'connected') return;
    const now = critique.thumb === thumb ? undefined : thumb;
    const flag = now === undefined ? 'none' : now === 'up' ? 'pick' : 'reject';
    const profile = this.#state.settings.profile ?? PROFILE;
    await this.#try(async () => {
      const { profiles } = await link.engine.ask('taste/profiles', {});
      if (!profiles.some(({ name }) => name.toLowerCase() === profile.toLowerCase())) {
        await link.engine.ask('taste/create', { name: profile });
      }
      await link.engine.ask('taste/say', {
        profile,
        from: 'figma',
        shown: true,
        said: [{ kind: 'flag', flag, source: sourceOf(critique) }],
      });
      const { thumb: _, ...rest } = critique;
      this.#update(id, () => (now === undefined ? rest : { ...rest, thumb: now }));
    });
  }

  dismissNotice(): void {
    this.#set({ notice: undefined });
  }

  tell(text: string): void {
    this.#tell(text);
  }

  /** What is left to be told of a frame, in order. */
  findingsOf({ result }: Critique): LayoutFinding[] {
    return result.findings.filter((finding) => !this.isIgnored(finding));
  }

  isIgnored({ id, rule }: LayoutFinding): boolean {
    return this.#state.ignored.some(
      (each) => each.rule === rule && (each.finding === undefined || each.finding === id),
    );
  }

  async #compare(frames: readonly FrameRef[]): Promise<void> {
    await this.#run(this.words.compare.name, async (signal) => {
      const ids = await this.#critiqueAll(frames, signal);
      this.#set({ screen: { kind: 'compare', ids } });
      this.#askComparison(ids);
    });
  }

  async #critiqueAll(frames: readonly FrameRef[], signal: AbortSignal): Promise<string[]> {
    const ids: string[] = [];
    for (const frame of frames) {
      const { name } = frame;
      this.#set({ screen: { kind: 'working', name, done: ids.length, total: frames.length } });
      ids.push(await this.#critique(frame, signal));
    }
    return ids;
  }

  /** Reads a frame and judges its layers. */
  async #critique({ id }: FrameRef, signal: AbortSignal): Promise<string> {
    const { link } = this.#state;
    const side = link.kind === 'connected' ? (link.engine.facts.limits.pictureSide ?? SIDE) : SIDE;
    const { frame, layout, picture } = await call('read', { frame: id, side });
    signal.throwIfAborted();
    const rendition = await decode(picture);
    signal.throwIfAborted();
    const { data, width, height } = rendition.pixels;
    const result = checkLayout(layout, {
      pixels: { data, width, height, channels: 4 },
      locale: this.locale,
    });
    const before = this.#state.critiques.get(id);
    const critique: Critique = {
      frame,
      layout,
      rendition,
      result,
      impression: { kind: 'none' },
      stale: false,
      ...(before === undefined ? {} : { since: sinceOf(before.result, result) }),
      ...(before?.thumb === undefined ? {} : { thumb: before.thumb }),
    };
    this.#set({ critiques: new Map(this.#state.critiques).set(id, critique) });
    return id;
  }

  /** Goes on beside what is shown: nothing of the critique waits for it. */
  #askEngine(ids: readonly string[]): void {
    void this.#askImpressions(ids);
  }

  async #askImpressions(ids: readonly string[]): Promise<void> {
    const engine = await this.#connect();
    if (engine === undefined) return;
    for (const id of ids) {
      const critique = this.#state.critiques.get(id);
      if (critique === undefined) continue;
      const tell = (impression: Impression): void => {
        // Unless the frame was read again meanwhile.
        this.#update(id, (now) =>
          now.rendition === critique.rendition ? { ...now, impression } : now,
        );
      };
      tell({ kind: 'asking' });
      try {
        const assessment = await engine.ask('assess', {
          source: sourceOf(critique),
          include: ['score', 'attributes', 'findings', 'regions'],
          comment: { detail: 'short' },
        });
        tell({ kind: 'told', assessment, photos: [] });
        tell({ kind: 'told', assessment, photos: await photosOf(engine, critique.frame) });
      } catch (error) {
        if (!(error instanceof CalmError) && !(error instanceof CallRefused)) throw error;
        tell({ kind: 'failed', message: error.message });
        if (error instanceof CalmError && isOfTheLink(error))
          this.#set({ link: await stateOf(error) });
      }
    }
  }

  #askComparison(ids: readonly string[]): void {
    void (async () => {
      await this.#askImpressions(ids);
      const { link } = this.#state;
      const critiques = ids.flatMap((id) => this.#state.critiques.get(id) ?? []);
      if (link.kind !== 'connected' || critiques.length !== ids.length) return;
      await this.#try(async () => {
        const comparison = await link.engine.ask('compare', { sources: critiques.map(sourceOf) });
        const { screen } = this.#state;
        if (screen.kind === 'compare' && screen.ids === ids) {
          this.#set({ screen: { kind: 'compare', ids, comparison } });
        }
      });
    })();
  }

  async #connect(quietly = false): Promise<Engine | undefined> {
    const { link, settings } = this.#state;
    if (link.kind === 'connected') return link.engine;
    if (!quietly) this.#set({ link: { kind: 'connecting' } });
    const now = await connect(settings.token, this.locale);
    this.#set({ link: now });
    if (now.kind === 'connected') {
      this.#pauseMs = FIRST_PAUSE_MS;
      return now.engine;
    }
    if (now.kind === 'absent') this.#askAgainLater();
    return undefined;
  }

  /** Whoever starts the engine need not say so. Asked later and later, and only once a person has asked for a critique. */
  #askAgainLater(): void {
    clearTimeout(this.#asksAgain);
    this.#asksAgain = setTimeout(() => {
      const { screen } = this.#state;
      if (screen.kind === 'critique' || screen.kind === 'compare') void this.reconnect(true);
    }, this.#pauseMs);
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
  }

  /** One piece of work at a time, which can be cancelled and can fail. */
  async #run(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#work?.abort();
    const mine = new AbortController();
    this.#work = mine;
    const before = this.#state.screen;
    this.#set({
      screen: { kind: 'working', name },
      notice: undefined,
      previewed: undefined,
      pointed: undefined,
    });
    try {
      await Promise.race([work(mine.signal), abortOf(mine.signal)]);
    } catch (error) {
      if (this.#work !== mine) return;
      if (mine.signal.aborted) {
        this.#set({ screen: before.kind === 'working' ? { kind: 'start' } : before });
      } else {
        this.#set({ screen: { kind: 'error', message: this.#messageOf(error) } });
      }
    }
  }

  /** Says what failed, and leaves everything as it was. */
  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#fail(this.#messageOf(error));
      return false;
    }
  }

  #messageOf(error: unknown): string {
    if (error instanceof CallRefused) return this.words.refused[error.code](error.message);
    if (error instanceof CalmError) return error.message;
    return this.words.refused.unknown(error instanceof Error ? error.message : String(error));
  }

  #tell(text: string): void {
    this.#set({ notice: { kind: 'done', text } });
  }

  #fail(text: string): void {
    this.#set({ notice: { kind: 'failed', text } });
  }

  #update(id: string, change: (critique: Critique) => Critique): void {
    const critique = this.#state.critiques.get(id);
    if (critique === undefined) return;
    this.#set({ critiques: new Map(this.#state.critiques).set(id, change(critique)) });
  }

  /** `undefined` takes a part of the state away. */
  #set(change: { readonly [Key in keyof State]?: State[Key] | undefined }): void {
    this.#state = { ...this.#state, ...change } as State;
    for (const listener of this.#listeners) listener();
  }
}

/** Rejects as soon as it is cancelled, whatever Figma is busy with. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new DOMException('Cancelled', 'AbortError'));
    });
  });
}

function sourceOf({ rendition, frame }: Critique) {
  return { kind: 'bytes' as const, base64: base64(rendition.bytes), name: frame.name };
}

async function photosOf(engine: Engine, { id }: FrameRef): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const image of await call('images', { frame: id })) {
    const assessment = await engine.ask('assess', {
      source: { kind: 'bytes', base64: base64(image.bytes), name: image.name },
      include: ['score', 'attributes', 'findings', 'suggestions'],
    });
    if (assessment.domain.id !== 'photograph') continue;
    photos.push({ image, assessment, suggestions: assessment.suggestions?.suggestions ?? [] });
  }
  return photos;
}

function sinceOf(before: LayoutCritique, now: LayoutCritique): NonNullable<Critique['since']> {
  const ids = (of: LayoutCritique): Set<string> => new Set(of.findings.map(({ id }) => id));
  const [then, still] = [ids(before), ids(now)];
  return {
    gone: before.findings.filter(({ id }) => !still.has(id)),
    added: new Set([...still].filter((id) => !then.has(id))),
  };
}

function isOfTheLink({ code }: CalmError): boolean {
  return (
    code === 'remote-unreachable' || code === 'unauthorized' || code === 'protocol-unsupported'
  );
}
