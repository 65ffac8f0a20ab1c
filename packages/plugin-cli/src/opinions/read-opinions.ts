/** Reads what a person has said of pictures, in the files and beside them. Nothing is ever written there. */
import { stat } from 'node:fs/promises';
import type { ErrorInfo } from '@calm-sdk/core';
import type { FileName } from '../pictures/file-name.js';
import { kindOfPath, type Kind } from '../pictures/kinds.js';
import { walk, type Found, type Passed } from '../pictures/walk.js';
import { openMetadataReader, type MetadataReader, type Tags } from './exiftool.js';
import { isFuture } from './future.js';
import { starsText } from './histogram.js';
import { Neighbourhood, type Neighbours } from './neighbours.js';
import type { Opinion, ReadOpinion, Stars } from './opinion.js';
import { STATED, statementOf, type Statement } from './statement.js';

/** RAW and HEIC files hold opinions too, whether or not they can be assessed. */
const RATED: ReadonlySet<Kind> = new Set(['picture', 'raw', 'heic']);

/** Pictures in one run of ExifTool: few at first, so that the first are told soon; later many, for starting it takes as long as 100. */
const FIRST_GROUP = 16;
const LARGEST_GROUP = 512;
/** Runs at a time. Two leave no core of a small machine idle; on disks that turn, more would hinder each other. */
const RUNS = 2;

/**
 * Opinions of what was named, picture by picture in the order of the walk; a failure of the walk or a picture that cannot be read stands
 * in its place. A sidecar outweighs what is embedded, the newer of two sidecars the other; where they are silent, the picture speaks.
 * Ends early, without an error, once the signal aborts; no process is left then.
 *
 * @param passed counts what the walk passed by
 * @param env where `perl` is looked for
 * @throws CalmError `file-unreadable` where ExifTool or perl is missing
 */
export async function* readOpinions(
  named: Iterable<FileName> | AsyncIterable<FileName>,
  passed: Passed,
  {
    signal,
    env,
  }: {
    readonly signal: AbortSignal;
    readonly env: Readonly<Record<string, string | undefined>>;
  },
): AsyncGenerator<ReadOpinion> {
  if (signal.aborted) return;
  const reader = await openMetadataReader(STATED, env);
  const neighbourhood = new Neighbourhood();
  const stop = (): void => void reader[Symbol.asyncDispose]();
  signal.addEventListener('abort', stop, { once: true });
  const underWay: Promise<ReadOpinion[]>[] = [];
  try {
    for await (const found of inGroups(walk(named, passed, RATED))) {
      if (signal.aborted) return;
      underWay.push(readGroup(found, reader, neighbourhood));
      if (underWay.length < RUNS) continue;
      for (const each of (await underWay.shift()) ?? []) {
        if (signal.aborted) return;
        yield each;
      }
    }
    for (const group of underWay) {
      for (const each of await group) {
        if (signal.aborted) return;
        yield each;
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await reader[Symbol.asyncDispose]();
    await Promise.all(underWay);
  }
}

/** Each group is twice as large as the one before. */
async function* inGroups<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let group: T[] = [];
  let size = FIRST_GROUP;
  for await (const each of all) {
    group.push(each);
    if (group.length < size) continue;
    yield group;
    group = [];
    size = Math.min(size * 2, LARGEST_GROUP);
  }
  if (group.length > 0) yield group;
}

/** A file to read, and when it was last changed. */
interface Dated {
  readonly name: FileName;
  readonly changedAt: Date;
}

/** Never rejects, so that several may be under way. */
async function readGroup(
  found: readonly Found[],
  reader: MetadataReader,
  neighbourhood: Neighbourhood,
): Promise<ReadOpinion[]> {
  const files = await Promise.all(found.map((each) => filesOf(each, neighbourhood)));
  const all = files.flatMap((each) =>
    each.kind === 'files' ? [each.picture, ...each.sidecars] : [],
  );
  let read: readonly (Tags | Error)[];
  try {
    read = all.length === 0 ? [] : await reader.read(all.map(({ name }) => name));
  } catch (error) {
    const failed = error instanceof Error ? error : new Error(String(error));
    read = all.map(() => failed);
  }
  const tags = new Map(all.map((file, index) => [file, read[index]]));
  return files.map((each) => (each.kind === 'files' ? opinionOf(each, tags) : each));
}

interface Files {
  readonly kind: 'files';
  readonly picture: Dated;
  readonly sidecars: readonly Dated[];
  readonly neighbours: Neighbours;
}

async function filesOf(
  found: Found,
  neighbourhood: Neighbourhood,
): Promise<Files | Extract<ReadOpinion, { kind: 'failure' }>> {
  if (found.kind === 'failure') return found;
  const { name } = found;
  const picture = await dated(name);
  if (picture instanceof Error) {
    return {
      kind: 'failure',
      name,
      error: {
        code: 'file-not-found',
        message: `${name.shown} cannot be opened: ${picture.message}.`,
        hint: 'Check whether it was moved or renamed.',
        retryable: false,
      },
    };
  }
  const neighbours = await neighbourhood.of(name);
  const sidecars = await Promise.all([...neighbours.own, ...neighbours.shared].map(dated));
  return {
    kind: 'files',
    picture,
    // One that has gone since the folder was listed is none.
    sidecars: sidecars.filter((each): each is Dated => !(each instanceof Error)),
    neighbours,
  };
}

async function dated(name: FileName): Promise<Dated | Error> {
  try {
    return { name, changedAt: (await stat(name.path)).mtime };
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** What a file states, with its own word for when, and when it was last changed. */
interface Source extends Dated {
  readonly statement: Statement;
}

function opinionOf(
  { picture, sidecars, neighbours }: Files,
  tags: ReadonlyMap<Dated, Tags | Error | undefined>,
): ReadOpinion {
  const { name } = picture;
  const problems = neighbours.problem === undefined ? [] : [neighbours.problem];
  const embedded = readable(tags.get(picture), PICTURE);
  if (embedded instanceof Error) {
    return { kind: 'failure', name, error: unreadable(name, embedded) };
  }
  const sources: Source[] = [];
  for (const sidecar of sidecars) {
    const read = readable(tags.get(sidecar), SIDECAR);
    if (read instanceof Error) {
      problems.push(`its sidecar ${sidecar.name.shown} cannot be read (${read.message})`);
      continue;
    }
    const statement = statementOf(read);
    if (statement.about === undefined || endsIn(name, statement.about)) {
      sources.push({ ...sidecar, statement });
    }
  }
  sources.sort(newerFirst);
  const own: Source = { ...picture, statement: statementOf(embedded) };
  sources.push(own);
  problems.push(...sources.flatMap(({ statement }) => statement.problems));

  const disagreements: string[] = [];
  const rating = weightiest(sources, 'rating', picture, disagreements);
  const pick = weightiest(sources, 'pick', picture, disagreements);
  const labels = weightiest(sources, 'labels', picture, disagreements);
  const stars = rating?.statement.rating ?? 0;
  const picked = pick?.statement.pick;
  const used = [rating, pick, labels].filter((source) => source !== undefined);
  const main = used[0] ?? sources[0] ?? own;
  const { writtenBy } = main.statement;
  const changedAt = main.changedAt.toISOString();
  const told = main.statement.writtenAt ?? changedAt;
  const isAhead = isFuture(told);
  const opinion: Opinion = {
    name,
    kind: kindOfName(name),
    stars: stars > 0 ? (stars as Stars) : undefined,
    flag: stars < 0 ? 'reject' : picked === 'none' ? undefined : picked,
    labels: labels?.statement.labels ?? [],
    sidecar: used.find((source) => source.name !== name)?.name,
    writtenBy,
    writtenAt: !isAhead ? told : isFuture(changedAt) ? new Date().toISOString() : changedAt,
    ...(isAhead && { isAhead }),
    pairedWith: neighbours.pairedWith,
    disagreements,
    problems,
  };
  return { kind: 'opinion', opinion };
}

/** The first that says something of it; what others say otherwise is noted. */
function weightiest(
  sources: readonly Source[],
  what: 'rating' | 'pick' | 'labels',
  picture: Dated,
  disagreements: string[],
): Source | undefined {
  const [first, ...others] = sources.filter(({ statement }) => statement[what] !== undefined);
  if (first === undefined) return undefined;
  const place = (source: Source): string =>
    source.name === picture.name ? 'the picture itself' : source.name.shown;
  const said = WORDS[what](first.statement);
  for (const other of others) {
    const otherwise = WORDS[what](other.statement);
    if (otherwise !== said) {
      disagreements.push(`${place(first)} says ${said}, ${place(other)} says ${otherwise}`);
    }
  }
  return first;
}

const WORDS = {
  rating: ({ rating = 0 }: Statement): string =>
    rating < 0 ? 'rejected' : rating === 0 ? 'unrated' : starsText(rating),
  pick: ({ pick }: Statement): string =>
    ({ pick: 'picked', reject: 'rejected', none: 'no flag' })[pick ?? 'none'],
  labels: ({ labels = [] }: Statement): string =>
    labels.length === 0 ? 'no label' : `label ${labels.join(', ')}`,
};

/** By what they tell themselves where both do, otherwise by when their files were changed. */
function newerFirst(a: Source, b: Source): number {
  const [atA, atB] = [a.statement.writtenAt, b.statement.writtenAt];
  return atA !== undefined && atB !== undefined
    ? atB.localeCompare(atA)
    : b.changedAt.getTime() - a.changedAt.getTime();
}

/** What ExifTool could read, of the type that was expected; errors it tells like a tag. */
function readable(tags: Tags | Error | undefined, type: RegExp): Tags | Error {
  if (tags === undefined) return new Error('ExifTool says nothing of it');
  if (tags instanceof Error) return tags;
  const error = tags['ExifTool:Error'];
  if (typeof error === 'string') return new Error(error);
  const found = tags['File:MIMEType'];
  if (typeof found === 'string' && type.test(found)) return tags;
  return new Error(typeof found === 'string' ? `it is ${found}` : 'its type is unknown');
}

const PICTURE = /^image\//u;
const SIDECAR = /^application\/rdf\+xml$/u;

function unreadable(name: FileName, error: Error): ErrorInfo {
  return {
    code: 'file-unreadable',
    message: `What ${name.shown} says of itself cannot be read: ${error.message}.`,
    hint: 'Open it in a picture editor; where it does not show whole there, restore it from a copy.',
    retryable: false,
  };
}

function endsIn(name: FileName, ending: string): boolean {
  return name.shown.toLowerCase().endsWith(`.${ending}`);
}

/** A file that was named is a picture, whatever its name says. */
function kindOfName(name: FileName): Opinion['kind'] {
  const kind = kindOfPath(name.shown);
  return kind === 'other' ? 'picture' : kind;
}
