/** What lies beside a picture: its sidecars, and the other files of its pair. */
import { readdir } from 'node:fs/promises';
import { childName, identityOf, partsOf, type FileName } from '../pictures/file-name.js';
import { kindOf } from '../pictures/kinds.js';

export interface Neighbours {
  /** Sidecars named after the whole file, `name.jpg.xmp`, as darktable and digiKam write them. */
  readonly own: readonly FileName[];
  /**
   * Sidecars named after the file without its ending, `name.xmp`, as Lightroom, Bridge and Capture One write them. Beside a RAW file and
   * a JPEG of one name they are the RAW file's.
   */
  readonly shared: readonly FileName[];
  /** RAW files of this name where the picture is none, pictures of this name where it is a RAW file. */
  readonly pairedWith: readonly FileName[];
  /** Why nothing is known of the folder. A picture in it may be read all the same. */
  readonly problem?: string;
}

/** Names in a folder by their stem, in bytes: a stem is what stands before the last dot. */
type Listing = ReadonlyMap<string, readonly { readonly ending: string; readonly name: FileName }[]>;

/** Looks beside pictures, into each folder once. */
export class Neighbourhood {
  readonly #listings = new Map<string, Promise<Listing | Error>>();

  async of(picture: FileName): Promise<Neighbours> {
    const { folder, entry } = partsOf(picture);
    const identity = identityOf(folder);
    const listing = this.#listings.get(identity) ?? list(folder);
    this.#listings.set(identity, listing);
    const byStem = await listing;
    if (byStem instanceof Error) {
      const problem = `its folder cannot be searched for sidecars (${byStem.message})`;
      return { own: [], shared: [], pairedWith: [], problem };
    }
    const whole = entry.toString('latin1');
    const { stem, ending } = split(whole);
    const namesakes = (byStem.get(stem) ?? []).filter((each) => each.ending !== ending);
    const isRaw = kindOf(whole) === 'raw';
    const raw = namesakes.filter((each) => kindOf(`a.${each.ending}`) === 'raw');
    const pictures = namesakes.filter((each) =>
      ['picture', 'heic'].includes(kindOf(`a.${each.ending}`)),
    );
    const sidecarsIn = (names: typeof namesakes): FileName[] =>
      names.filter((each) => each.ending === 'xmp').map(({ name }) => name);
    return {
      own: sidecarsIn([...(byStem.get(whole) ?? [])]),
      shared: isRaw || raw.length === 0 ? sidecarsIn(namesakes) : [],
      pairedWith: (isRaw ? pictures : raw).map(({ name }) => name),
    };
  }
}

async function list(folder: FileName): Promise<Listing | Error> {
  const byStem = new Map<string, { ending: string; name: FileName }[]>();
  let entries: Buffer[];
  try {
    entries = await readdir(folder.path, { encoding: 'buffer' });
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  for (const entry of entries.sort((a, b) => Buffer.compare(a, b))) {
    const { stem, ending } = split(entry.toString('latin1'));
    const same = byStem.get(stem) ?? [];
    byStem.set(stem, same);
    same.push({ ending, name: childName(folder, entry) });
  }
  return byStem;
}

function split(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { stem: name, ending: '' }
    : { stem: name.slice(0, dot), ending: name.slice(dot + 1).toLowerCase() };
}
