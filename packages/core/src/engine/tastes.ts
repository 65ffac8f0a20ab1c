import { randomUUID } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { alike, heardIn, inForce, opinionsOf } from '../personalization/taste/opinions.js';
import {
  curveOf,
  gainOf,
  learnedFor,
  type CurvePoint,
  type Pause,
  type TasteGain,
} from '../personalization/taste/evaluate.js';
import { GrowingTaste } from '../personalization/taste/growing-taste.js';
import { proposeNext } from '../personalization/taste/next.js';
import { shootsOf } from '../personalization/taste/shoots.js';
import { placesOf, Taste, type Opinion, type SeenByTaste } from '../personalization/taste/taste.js';
import {
  learnedToTune,
  tune,
  withStrengths,
  type Strengths,
  type Tuned,
} from '../personalization/taste/tune.js';
import { topicsOf, type TopicOfTaste } from '../personalization/taste/topics.js';
import { picturesOf, profileNamed } from '../personalization/rules.js';
import { exportTaste, importTaste, type ImportSummary } from '../personalization/transfer.js';
import type {
  Entry,
  KnownPicture,
  PersonalizationStore,
  Profile,
  Scale,
  Snapshot,
  Tuning,
} from '../personalization/store.js';
import { unsupportedByName } from '../picture/format.js';
import type { ImageSource } from '../picture/source.js';
import { CalmError, throwIfCancelled, type ErrorInfo } from '../protocol/errors.js';
import type { Domain } from '../protocol/generated/assessment.js';
import type { TasteCalibration } from '../protocol/generated/taste-model.js';
import type { TasteExport } from '../protocol/generated/taste.js';

/** Stars: what a rating means where its scale is not told. */
const STARS: Scale = { low: 1, high: 5 };

/** For so long, in milliseconds, other processes' opinions may go unheard while pictures are assessed. */
const UNHEARD_MS = 5000;

/** One thing that a person says of pictures. */
export type Said =
  | {
      readonly kind: 'rating';
      readonly source: ImageSource;
      readonly value: number;
      /** Default: stars, 1 to 5. */
      readonly scale?: Scale;
    }
  | { readonly kind: 'choice'; readonly preferred: ImageSource; readonly over: ImageSource }
  | {
      readonly kind: 'flag';
      readonly source: ImageSource;
      readonly flag: 'pick' | 'reject' | 'none';
    }
  | {
      readonly kind: 'override';
      readonly source: ImageSource;
      /** 0 to 10; absent: what was set before is taken back. */
      readonly value?: number;
    };

export interface SayOptions {
  /** Told how many of the things that are said were looked at. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Where it is said: `cli`, `lightroom`, `figma`. Default `api`. */
  readonly from?: string;
  /** Names the sitting. Default: one of its own for each call. */
  readonly session?: string;
  /** Whether a score of the pictures was in sight before. Default false. */
  readonly shown?: boolean;
  readonly signal?: AbortSignal;
}

/** What came of saying something. */
export interface Noted {
  /** The pictures that it was about, by the SHA-256 of their image, each once. */
  readonly pictures: readonly string[];
  /** Pictures that look like ones that the profile knows under another SHA-256, such as an edited or resized copy. */
  readonly alike: readonly Alike[];
}

/** A picture that may be a copy of a known one. */
export interface Alike {
  readonly picture: string;
  /** SHA-256 of what it looks like. */
  readonly like: string;
  /** Where that was seen last, if anywhere. */
  readonly path?: string;
}

/** What looking at the pictures of a profile came to. */
export interface Prepared {
  /** Pictures of the log that this model has seen. */
  readonly seen: number;
  /** Pictures that it could not look at, each with the reason: gone from where they were, or not readable. */
  readonly unseen: readonly { readonly picture: KnownPicture; readonly error: ErrorInfo }[];
  /** How many of the seen are known to this engine alone, for the store is read-only: another engine looks at them again. */
  readonly unkept: number;
}

export interface PrepareOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Of what is learned again and again: `onProgress` is told how many of all the times are done. */
export interface TryOptions extends PrepareOptions {
  /** Where it is asked for: `cli`, `lightroom`, `figma`. Default `api`. */
  readonly from?: string;
}

/** What one person likes, as far as a model can tell. */
export interface ProfileTaste {
  readonly profile: Profile;
  /** Scores that the person has set, 0 to 10, by picture's SHA-256. */
  readonly overrides: ReadonlyMap<string, number>;
  /** SHA-256 of pictures that something was said of and this model has not seen: nothing is learned from them before {@link Tastes.prepare}. */
  readonly unseen: readonly string[];
  /** Their taste in one kind of picture, by itself; none where the profile is not of that kind. */
  in(this: void, kind: Domain['id']): Taste | undefined;
}

/** What was learned of a person's taste in one kind of picture, and how well. */
export interface TasteReport {
  readonly kind: Domain['id'];
  /** How many ratings, flags and choices it was learned from. */
  readonly ratings: number;
  /** Pictures that these are of. */
  readonly pictures: number;
  /** How far the taste counts, from 0, the general score, to 1. */
  readonly weight: number;
  /** Whether what was learned surely knows the person worse than the general score does: then it counts for nothing until that changes. */
  readonly steppedBack: boolean;
  /** Whether it is learned in a way of this person's own: {@link Tastes.tune}. */
  readonly tuned: boolean;
  /** What each topic is worth to the person, in the order of how surely it is anything. */
  readonly topics: readonly TopicOfTaste[];
  /** How much better the personal score knows the person than the general one; absent where too little was said, or of one shoot only. */
  readonly gain?: TasteGain;
  /** How the gain grew with what was said. */
  readonly curve: readonly CurvePoint[];
}

/** What came of tuning to a person, for one kind of picture. */
export interface TuneReport extends Tuned {
  readonly kind: Domain['id'];
}

/** A picture whose rating would teach much. */
export interface NextPicture {
  readonly source: ImageSource;
  readonly sha256: string;
  readonly general: number;
  /** How much its rating tells, once those before it are rated: bits of information. */
  readonly bits: number;
  /** What its rating tells most of; empty where it tells a little of everything. */
  readonly topics: readonly { readonly kind: 'reading' | 'shown'; readonly topic: string }[];
}

export interface NextOptions extends PrepareOptions {
  /** Default 10. */
  readonly count?: number;
  /** Told of each picture that cannot be looked at; it is passed over. */
  readonly onFailed?: (source: ImageSource, error: ErrorInfo) => void;
}

/** What the engine sees in a picture for tastes. */
export interface Look {
  readonly picture: KnownPicture & { readonly domain: Domain['id'] };
  readonly seen: SeenByTaste;
}

/** What tastes need of the engine. */
export interface Eyes {
  /** Names the model: snapshots of other stamps do not compare. */
  readonly stamp: string;
  readonly calibration: TasteCalibration;
  look(source: ImageSource, signal?: AbortSignal): Promise<Look>;
}

/**
 * The tastes of the people who use an engine: what they say is kept in its store, and what they like is learned from it. Profiles are called by
 * their name, whatever its case.
 */
export class Tastes {
  readonly #store: PersonalizationStore | undefined;
  readonly #eyes: () => Promise<Eyes>;
  readonly #remembered = new Map<string, Remembered>();
  /** What is known of pictures, and was seen in them, by SHA-256. */
  readonly #facts = new Map<string, Fact>();

  constructor(store: PersonalizationStore | undefined, eyes: () => Promise<Eyes>) {
    this.#store = store;
    this.#eyes = eyes;
  }

  /** Whether there is a store to keep them in: without one every method but this fails. */
  get kept(): boolean {
    return this.#store !== undefined;
  }

  async profiles(): Promise<readonly Profile[]> {
    return this.#opened.profiles();
  }

  /**
   * @param kinds of picture that it learns from and speaks of; none: all
   * @throws CalmError `profile-exists`
   */
  async create(name: string, kinds: Profile['kinds'] = []): Promise<Profile> {
    const profile = { id: randomUUID(), name, kinds, createdAt: now() };
    await this.#opened.create(profile);
    return profile;
  }

  /** @throws CalmError `profile-unknown`; `profile-exists` where another has the new name */
  async rename(name: string, to: string): Promise<Profile> {
    const profile = { ...(await this.find(name)), name: to };
    await this.#opened.update(profile);
    this.#changed(profile.id);
    return profile;
  }

  /** @throws CalmError `profile-unknown`, naming those that there are */
  async find(name: string): Promise<Profile> {
    const profiles = await this.profiles();
    const found = profileNamed(profiles, name);
    if (found !== undefined) return found;
    throw new CalmError('profile-unknown', `There is no taste profile "${name}".`, {
      hint:
        profiles.length === 0
          ? 'There is none yet: one begins with the first rating.'
          : `There are: ${profiles.map((profile) => profile.name).join(', ')}.`,
    });
  }

  /** What a profile has said, oldest first. */
  async entries(name: string): Promise<readonly Entry[]> {
    return this.#opened.entries((await this.find(name)).id);
  }

  /**
   * Notes what a person says: pictures are looked at, so that nothing of them is needed later. All of it is noted or nothing.
   *
   * @throws CalmError `profile-unknown`, and for a picture that cannot be read
   */
  async say(name: string, said: readonly Said[], options: SayOptions = {}): Promise<Noted> {
    const profile = await this.find(name);
    const eyes = await this.#eyes();
    const { from = 'api', session = randomUUID(), shown = false, signal, onProgress } = options;
    const looks = new Map<string, Look>();
    const hashOf = async (source: ImageSource): Promise<string> => {
      const look = await eyes.look(source, signal);
      looks.set(look.picture.sha256, look);
      return look.picture.sha256;
    };
    const entries: Entry[] = [];
    for (const [done, each] of said.entries()) {
      throwIfCancelled(signal, 'Noting what was said');
      onProgress?.(done, said.length);
      const common = saidNow(from, session, shown);
      switch (each.kind) {
        case 'rating': {
          const { value, scale = STARS } = each;
          entries.push({
            kind: 'rating',
            ...common,
            picture: await hashOf(each.source),
            value,
            scale,
          });
          break;
        }
        case 'choice': {
          const [preferred, over] = [await hashOf(each.preferred), await hashOf(each.over)];
          if (preferred === over) {
            throw new CalmError('invalid-request', 'Both pictures of a choice are the same.', {
              hint: 'Choose between two that differ; nothing was noted.',
            });
          }
          entries.push({ kind: 'choice', ...common, preferred, over });
          break;
        }
        case 'flag':
          entries.push({
            kind: 'flag',
            ...common,
            picture: await hashOf(each.source),
            flag: each.flag,
          });
          break;
        case 'override':
          entries.push({
            kind: 'override',
            ...common,
            picture: await hashOf(each.source),
            ...(each.value === undefined ? {} : { value: each.value }),
          });
          break;
      }
    }
    onProgress?.(said.length, said.length);
    const like = await this.#alike(profile.id, [...looks.values()]);
    const pictures = [...looks.values()].map(({ picture }) => picture);
    await this.#opened.append(profile.id, entries, pictures);
    await this.#opened.keep([...looks.values()].map((look) => snapshotOf(look, eyes.stamp)));
    this.#changed(profile.id);
    return { pictures: pictures.map(({ sha256 }) => sha256), alike: like };
  }

  /** Adds entries as they stand, such as those that an import has made; {@link Tastes.prepare} then looks at their pictures. */
  async add(
    name: string,
    entries: readonly Entry[],
    pictures: readonly KnownPicture[] = [],
  ): Promise<number> {
    const profile = await this.find(name);
    const added = await this.#opened.append(profile.id, entries, pictures);
    this.#changed(profile.id);
    return added;
  }

  /**
   * Looks at the pictures of a profile that this model has not seen, where they were seen last: after an import, or with a new model. In a
   * store that is read-only, what is seen is known to this engine alone.
   */
  async prepare(name: string, { signal, onProgress }: PrepareOptions = {}): Promise<Prepared> {
    const profile = await this.find(name);
    const store = this.#opened;
    const eyes = await this.#eyes();
    const named = namedIn(await store.entries(profile.id));
    const seen = new Set((await this.#factsOf(named)).map(({ picture }) => picture.sha256));
    const missing = named.filter((sha256) => !seen.has(sha256));
    const known = new Map(
      (await store.pictures(missing)).map((picture) => [picture.sha256, picture]),
    );
    const unseen: Prepared['unseen'][number][] = [];
    let unkept = 0;
    for (const [done, sha256] of missing.entries()) {
      throwIfCancelled(signal, 'Looking at the pictures');
      onProgress?.(done, missing.length);
      const picture = known.get(sha256) ?? { sha256, paths: [] };
      const look = await lookWhereItWas(picture, eyes, signal);
      if ('error' in look) {
        unseen.push({ picture, error: look.error });
        continue;
      }
      const snapshot = snapshotOf(look, eyes.stamp);
      if (store.readOnly === true) {
        this.#facts.set(sha256, { picture: look.picture, seen: snapshot });
        unkept += 1;
      } else {
        await store.remember([look.picture]);
        await store.keep([snapshot]);
      }
      seen.add(sha256);
    }
    onProgress?.(missing.length, missing.length);
    this.#changed(profile.id);
    return { seen: seen.size, unseen, unkept };
  }

  /** What a profile's person likes. Learned when it is first asked for, and again when something was said meanwhile. */
  async of(name: string): Promise<ProfileTaste> {
    const profile = await this.find(name);
    const before = this.#remembered.get(profile.id);
    const fresh = before !== undefined && Date.now() - before.at < UNHEARD_MS;
    if (before !== undefined && fresh && !before.stale) return before.taste;
    const entries = await this.#opened.entries(profile.id);
    if (before !== undefined && entries.length === before.entries && !before.stale) {
      before.at = Date.now();
      return before.taste;
    }
    const growing = before?.growing ?? new Map<Domain['id'], GrowingTaste>();
    const taste = await this.#learn(profile, entries, growing);
    const remembered = { entries: entries.length, at: Date.now(), stale: false, growing, taste };
    this.#remembered.set(profile.id, remembered);
    return taste;
  }

  /**
   * What was learned of a profile's person, for each kind of picture that something was said of. Where it surely does not help them, their
   * score steps back to the general one, until a later report finds otherwise; the log says so, unless the store is read-only.
   *
   * @throws CalmError `cancelled`
   */
  async report(name: string, options: TryOptions = {}): Promise<readonly TasteReport[]> {
    const profile = await this.find(name);
    const { calibration } = await this.#eyes();
    const tried = await this.#triedOf(profile);
    const total = tried.reduce((sum, { opinions, shoots }) => {
      const { gain, curve } = learnedFor(opinions, shoots);
      return sum + gain + curve;
    }, 0);
    const pause = pauseOf('The report', total, options);
    const changes: Entry[] = [];
    const reports: TasteReport[] = [];
    for (const { kind, seen, opinions, shoots, ...before } of tried) {
      const own = withStrengths(calibration, before.strengths);
      const taste = Taste.learn(own, seen, opinions);
      const gain = await gainOf(own, seen, opinions, shoots, pause);
      const steppedBack = gain !== undefined && gain.high < 0;
      if (steppedBack !== before.steppedBack) {
        const common = saidNow(options.from);
        const strengths = steppedBack ? { strength: 0, readingStrength: 0 } : {};
        changes.push({ kind: 'tuning', ...common, domain: kind, ...strengths });
      }
      reports.push({
        kind,
        ratings: opinions.length,
        pictures: new Set(opinions.flatMap(placesOf)).size,
        weight: steppedBack ? 0 : taste.weight,
        steppedBack,
        tuned: before.strengths !== undefined,
        topics: topicsOf(taste, own).sort((a, b) => surety(b) - surety(a)),
        ...(gain === undefined ? {} : { gain }),
        curve: gain === undefined ? [] : await curveOf(own, seen, opinions, shoots, pause),
      });
    }
    if (changes.length > 0 && this.#opened.readOnly !== true) {
      await this.#opened.append(profile.id, changes);
      this.#changed(profile.id);
    }
    return reports;
  }

  /**
   * Tries whether this person is known better when more, or less, is made of what they say than for most people: of what pictures show, and of
   * how they are made. What helps on shoots that it was not learned from is kept, in the log; what does not is taken back.
   *
   * @throws CalmError `cancelled`
   */
  async tune(name: string, options: TryOptions = {}): Promise<readonly TuneReport[]> {
    const profile = await this.find(name);
    const { calibration } = await this.#eyes();
    const tried = await this.#triedOf(profile);
    const total = tried.reduce((sum, each) => sum + learnedToTune(each.opinions, each.shoots), 0);
    const pause = pauseOf('Tuning', total, options);
    const session = randomUUID();
    const reports: TuneReport[] = [];
    const entries: Entry[] = [];
    for (const { kind, seen, opinions, shoots, strengths, steppedBack } of tried) {
      const found = await tune(calibration, seen, opinions, shoots, pause);
      reports.push({ kind, ...found });
      // What steps back is for a report to say.
      if (steppedBack || (found.kept === undefined && strengths === undefined)) continue;
      entries.push({
        kind: 'tuning',
        ...saidNow(options.from, session),
        domain: kind,
        ...found.kept,
      });
    }
    await this.#opened.append(profile.id, entries);
    this.#changed(profile.id);
    return reports;
  }

  /**
   * The pictures whose ratings would teach most, of those that were not rated yet: unlike what is known, and unlike one another. Of several
   * kinds of picture, those of the kind that most are of.
   *
   * @param name of a profile; `undefined` for somebody who has said nothing yet
   */
  async next(
    name: string | undefined,
    sources: readonly ImageSource[],
    { count = 10, signal, onProgress, onFailed }: NextOptions = {},
  ): Promise<readonly NextPicture[]> {
    const profile = name === undefined ? undefined : await this.find(name);
    const eyes = await this.#eyes();
    const entries = profile === undefined ? [] : await this.#opened.entries(profile.id);
    const rated = new Set(namedIn(inForce(entries)));
    const looks = new Map<string, { readonly source: ImageSource; readonly look: Look }>();
    for (const [done, source] of sources.entries()) {
      throwIfCancelled(signal, 'Looking at the pictures');
      onProgress?.(done, sources.length);
      try {
        const look = await eyes.look(source, signal);
        if (!rated.has(look.picture.sha256)) looks.set(look.picture.sha256, { source, look });
      } catch (error) {
        if (!(error instanceof CalmError) || error.code === 'cancelled') throw error;
        onFailed?.(source, error.toInfo());
      }
    }
    onProgress?.(sources.length, sources.length);

    const heard = await this.#heard(profile ?? { kinds: [] }, entries);
    const fresh = [...looks.values()];
    const ofKind = (kind: Domain['id']) => fresh.filter(({ look }) => look.picture.domain === kind);
    const most = heard.reduce((a, b) => (ofKind(b.kind).length > ofKind(a.kind).length ? b : a));
    const known = most.known.filter(({ sha256 }) => rated.has(sha256));
    const candidates = differing(ofKind(most.kind), known);
    const calibration = withStrengths(eyes.calibration, most.strengths);
    const taste = Taste.learn(calibration, most.seen, most.opinions);
    const seen = candidates.map(({ look }) => look.seen);
    return proposeNext(taste, calibration, seen, count).map(({ picture, bits, topics }) => {
      const { source, look } = candidates[picture]!;
      return {
        source,
        sha256: look.picture.sha256,
        general: look.seen.general,
        bits,
        topics: topics.map((place) => {
          const { kind, id } = calibration.topics[place]!;
          return { kind, topic: id };
        }),
      };
    });
  }

  /** Really deletes what a profile has said of pictures. @returns how many entries went */
  async forget(name: string, sha256: readonly string[]): Promise<number> {
    const profile = await this.find(name);
    return this.#forgetting(() => this.#opened.forget(profile.id, sha256));
  }

  /** Really deletes a profile. */
  async delete(name: string): Promise<void> {
    const profile = await this.find(name);
    await this.#forgetting(() => this.#opened.delete(profile.id));
  }

  /** Adds what one profile has said to another, and deletes the first. */
  async merge(from: string, into: string): Promise<void> {
    const [gone, grown] = [await this.find(from), await this.find(into)];
    await this.#forgetting(() => this.#opened.merge(gone.id, grown.id));
  }

  /** @param names of profiles; all, where they are not given */
  async export(names?: readonly string[]): Promise<TasteExport> {
    const ids = names && (await Promise.all(names.map(async (name) => (await this.find(name)).id)));
    return exportTaste(this.#opened, ids);
  }

  /** @param document of {@link Tastes.export}, as it was read */
  async import(document: unknown): Promise<ImportSummary> {
    return this.#forgetting(() => importTaste(this.#opened, document));
  }

  async #learn(
    profile: Profile,
    entries: readonly Entry[],
    growing: Map<Domain['id'], GrowingTaste>,
  ): Promise<ProfileTaste> {
    const { calibration } = await this.#eyes();
    const heard = await this.#heard(profile, entries);
    const learned = new Map<Domain['id'], Taste>();
    return {
      profile,
      overrides: heardIn(entries).overrides,
      unseen: namedIn(entries).filter((sha256) => !this.#facts.has(sha256)),
      in: (kind) => {
        const own = heard.find((each) => each.kind === kind);
        if (own === undefined) return undefined;
        const known = learned.get(kind);
        if (known !== undefined) return known;
        const grown = growing.get(kind) ?? new GrowingTaste();
        growing.set(kind, grown);
        const ownCalibration = withStrengths(calibration, own.strengths);
        const taste = grown.learn(ownCalibration, own.seen, own.opinions);
        const counting = own.steppedBack ? taste.steppedBack() : taste;
        learned.set(kind, counting);
        return counting;
      },
    };
  }

  /** What was said that can be tried, and the shoots to try it on. */
  async #triedOf(profile: Profile): Promise<TriedOfKind[]> {
    const heard = await this.#heard(profile, await this.#opened.entries(profile.id));
    return heard
      .filter(({ opinions }) => opinions.length > 0)
      .map((each) => ({ ...each, shoots: shootsOf(each.known, each.seen, each.opinions) }));
  }

  /** What was said of each kind of picture that a profile speaks of. */
  async #heard(profile: Pick<Profile, 'kinds'>, entries: readonly Entry[]): Promise<HeardOfKind[]> {
    const facts = await this.#factsOf(namedIn(entries));
    const said = heardIn(entries);
    return kindsOf(profile).map((kind) => {
      const own = facts.filter(({ picture }) => picture.domain === kind);
      const [known, seen] = [own.map(({ picture }) => picture), own.map((fact) => fact.seen)];
      const places = new Map(known.map(({ sha256 }, place) => [sha256, place]));
      const opinions = opinionsOf(said, known, (sha256) => places.get(sha256));
      return { kind, known, seen, opinions, ...tuningOf(entries, kind) };
    });
  }

  /** Of those pictures that this model has seen, in their order. */
  async #factsOf(named: readonly string[]): Promise<Fact[]> {
    const { stamp } = await this.#eyes();
    const missing = named.filter((sha256) => !this.#facts.has(sha256));
    if (missing.length > 0) {
      const [snapshots, pictures] = await Promise.all([
        this.#opened.snapshots(stamp, missing),
        this.#opened.pictures(missing),
      ]);
      const seen = new Map(snapshots.map((snapshot) => [snapshot.picture, snapshot]));
      for (const picture of pictures) {
        const snapshot = seen.get(picture.sha256);
        if (snapshot !== undefined) this.#facts.set(picture.sha256, { picture, seen: snapshot });
      }
    }
    return named.flatMap((sha256) => this.#facts.get(sha256) ?? []);
  }

  /** Something was said, or seen: what is remembered of the profile may not be all. */
  #changed(profile: string): void {
    const remembered = this.#remembered.get(profile);
    if (remembered !== undefined) remembered.stale = true;
  }

  /** Does what makes much of what is remembered untrue, also where it fails half-way, and remembers nothing then. */
  async #forgetting<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } finally {
      this.#remembered.clear();
      this.#facts.clear();
    }
  }

  async #alike(profile: string, looks: readonly Look[]): Promise<Alike[]> {
    const named = new Set(namedIn(await this.#opened.entries(profile)));
    const fresh = looks.map(({ picture }) => picture).filter(({ sha256 }) => !named.has(sha256));
    if (fresh.length === 0) return [];
    const known = await this.#opened.pictures([...named]);
    const groups = alike([...fresh, ...known]);
    return fresh.flatMap(({ sha256 }, index) => {
      const at = known.findIndex((_, place) => groups[fresh.length + place] === groups[index]);
      const like = known[at];
      if (like === undefined) return [];
      const [path] = like.paths;
      return [{ picture: sha256, like: like.sha256, ...(path === undefined ? {} : { path }) }];
    });
  }

  get #opened(): PersonalizationStore {
    if (this.#store !== undefined) return this.#store;
    throw new CalmError('invalid-request', 'This engine has no store to keep tastes in.', {
      hint: 'Give it one: createEngine({ store: await openStore(path) }).',
    });
  }
}

/** A picture that a model has seen. */
interface Fact {
  readonly picture: KnownPicture;
  readonly seen: Snapshot;
}

/** What is remembered of a profile, so that it is not learned anew for each picture. */
interface Remembered {
  /** How many entries its log held. */
  readonly entries: number;
  /** When it was looked at last, in milliseconds since 1970. */
  at: number;
  stale: boolean;
  readonly growing: Map<Domain['id'], GrowingTaste>;
  readonly taste: ProfileTaste;
}

/** What was said of pictures of one kind, and how it is learned from. */
interface HeardOfKind extends HowToLearn {
  readonly kind: Domain['id'];
  readonly known: readonly KnownPicture[];
  readonly seen: readonly Snapshot[];
  readonly opinions: readonly Opinion[];
}

interface TriedOfKind extends HeardOfKind {
  /** A group for each picture. */
  readonly shoots: readonly number[];
}

interface HowToLearn {
  /** A person's own; absent: as for most people. */
  readonly strengths?: Strengths;
  /** What was learned counts for nothing. */
  readonly steppedBack: boolean;
}

/** As the latest tuning to a person says. */
function tuningOf(entries: readonly Entry[], kind: Domain['id']): HowToLearn {
  const latest = entries.findLast(
    (entry): entry is Tuning => entry.kind === 'tuning' && entry.domain === kind,
  );
  const { strength, readingStrength } = latest ?? {};
  if (strength === 0) return { steppedBack: true };
  return strength === undefined || readingStrength === undefined
    ? { steppedBack: false }
    : { steppedBack: false, strengths: { strength, readingStrength } };
}

/** How far a topic's worth is from nothing, in deviations. */
function surety({ points, deviation }: TopicOfTaste): number {
  return deviation > 0 ? Math.abs(points) / deviation : 0;
}

/** Of pictures that look alike the first, and none that looks like a known one. */
function differing<Item extends { readonly look: Look }>(
  items: readonly Item[],
  known: readonly KnownPicture[],
): Item[] {
  const groups = alike([...known, ...items.map(({ look }) => look.picture)]);
  const taken = new Set(groups.slice(0, known.length));
  return items.filter((_, index) => {
    const group = groups[known.length + index]!;
    if (taken.has(group)) return false;
    taken.add(group);
    return true;
  });
}

const KINDS = ['photograph', 'artwork', 'interface'] as const satisfies readonly Domain['id'][];

function kindsOf({ kinds }: Pick<Profile, 'kinds'>): readonly Domain['id'][] {
  return kinds.length === 0 ? KINDS : kinds;
}

/** What every entry has. */
export function saidNow(source = 'api', session: string = randomUUID(), shown = false) {
  return { id: randomUUID(), at: now(), source, session, shown };
}

function now(): string {
  return new Date().toISOString();
}

/** Lets timers, signals and others' requests have their turn, and tells how far the work is. */
function pauseOf(what: string, total: number, { signal, onProgress }: PrepareOptions): Pause {
  let done = 0;
  return async () => {
    onProgress?.(done, total);
    done += 1;
    await othersFirst();
    throwIfCancelled(signal, what);
  };
}

/** SHA-256 of the pictures that entries name, each once. */
function namedIn(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(picturesOf))];
}

function snapshotOf({ picture, seen }: Look, stamp: string): Snapshot {
  return {
    picture: picture.sha256,
    stamp,
    general: seen.general,
    vector: Float32Array.from(seen.vector),
  };
}

/** A picture may lie where it was seen, or have gone, or have made way for another. */
async function lookWhereItWas(
  picture: KnownPicture,
  eyes: Eyes,
  signal: AbortSignal | undefined,
): Promise<Look | { readonly error: ErrorInfo }> {
  let error = new CalmError('file-not-found', 'It is not known where this picture lies.', {
    hint: 'Rate it once more, or import the folder that it lies in.',
  });
  for (const path of picture.paths) {
    // Thousands of RAW files, perhaps on a slow disk, are not opened each time to find that they are RAW files.
    const unsupported = unsupportedByName(path);
    if (unsupported !== undefined) {
      error = unsupported;
      continue;
    }
    try {
      const look = await eyes.look({ kind: 'path', path }, signal);
      if (look.picture.sha256 === picture.sha256) return look;
      error = new CalmError('file-not-found', `${path} holds another picture now.`, {
        hint: 'Rate it once more where it lies now, or import that folder.',
      });
    } catch (problem) {
      if (!(problem instanceof CalmError) || problem.code === 'cancelled') throw problem;
      error = problem;
    }
  }
  return { error: error.toInfo() };
}
