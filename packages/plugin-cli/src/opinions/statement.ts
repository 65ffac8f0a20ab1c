/** What one file, a picture or a sidecar, states: the same from every program that writes it. */
import type { Tags } from './exiftool.js';

/** Absent: the file is silent, and another one may speak. */
export interface Statement {
  /** −1 rejected, 0 unrated, 1 to 5 stars: one property of XMP, so that one statement replaces the other. */
  readonly rating?: number;
  /** A flag beside the stars. */
  readonly pick?: 'pick' | 'reject' | 'none';
  readonly labels?: readonly string[];
  readonly writtenBy?: string;
  /** As told in the file: ISO 8601, UTC. */
  readonly writtenAt?: string;
  /** The only ending of pictures that a sidecar is about, in lower case without the dot. */
  readonly about?: string;
  readonly problems: readonly string[];
}

/** The tags that {@link statementOf} understands. */
export const STATED = [
  'XMP-xmp:Rating',
  'IFD0:Rating',
  'XMP-microsoft:RatingPercent',
  'IFD0:RatingPercent',
  'XMP-xmpDM:Pick',
  'XMP-digiKam:PickLabel',
  'XMP-xmp:Label',
  'XMP-digiKam:ColorLabel',
  'XMP-darktable:Colorlabels',
  'XMP-darktable:Xmp_version',
  'XMP-xmpMM:HistorySoftwareAgent',
  'XMP-xmp:CreatorTool',
  'XMP-xmp:MetadataDate',
  'XMP-photoshop:SidecarForExtension',
] as const;

type Stated = (typeof STATED)[number];

/** By the numbers that darktable and digiKam store. */
const DARKTABLE_COLOURS = ['Red', 'Yellow', 'Green', 'Blue', 'Purple'];
const DIGIKAM_COLOURS = [
  undefined,
  ...['Red', 'Orange', 'Yellow', 'Green', 'Blue', 'Magenta', 'Grey', 'Black', 'White'],
];
const DIGIKAM_PICKS = ['none', 'reject', 'none', 'pick'] as const;
const PICKS: Readonly<Record<string, Statement['pick']>> = {
  '-1': 'reject',
  '0': 'none',
  '1': 'pick',
};

export function statementOf(tags: Tags): Statement {
  const text = (tag: Stated): string | undefined => textIn(tags[tag]);
  const problems: string[] = [];
  const rating = ratingIn(text, problems);
  const digiKamPick = text('XMP-digiKam:PickLabel');
  const pick =
    PICKS[text('XMP-xmpDM:Pick') ?? ''] ??
    (digiKamPick === undefined ? undefined : DIGIKAM_PICKS[Number(digiKamPick)]);
  const labels = labelsIn(tags, text);
  const writtenBy = writerIn(tags, text);
  const writtenAt = timeIn(text('XMP-xmp:MetadataDate'));
  const about = text('XMP-photoshop:SidecarForExtension')?.toLowerCase();
  return {
    ...(rating === undefined ? {} : { rating }),
    ...(pick === undefined ? {} : { pick }),
    ...(labels === undefined ? {} : { labels }),
    ...(writtenBy === undefined ? {} : { writtenBy }),
    ...(writtenAt === undefined ? {} : { writtenAt }),
    ...(about === undefined ? {} : { about }),
    problems,
  };
}

type Text = (tag: Stated) => string | undefined;

/** XMP before EXIF, stars before the percent of Windows. */
function ratingIn(text: Text, problems: string[]): number | undefined {
  for (const tag of ['XMP-xmp:Rating', 'IFD0:Rating'] as const) {
    const stated = text(tag);
    if (stated === undefined) continue;
    const value = Number(stated);
    if (value === -1) return -1;
    // XMP allows fractions, which nothing shows; a fraction of the first star is a star.
    if (value >= 0 && value <= 5) return value > 0 ? Math.max(1, Math.round(value)) : 0;
    problems.push(`its rating is ${stated}, which is neither −1 nor 0 to 5 stars`);
  }
  for (const tag of ['XMP-microsoft:RatingPercent', 'IFD0:RatingPercent'] as const) {
    const stated = text(tag);
    if (stated === undefined) continue;
    const value = Number(stated);
    if (value >= 0 && value <= 100) return starsOfPercent(value);
    problems.push(`its rating is ${stated} %`);
  }
  return undefined;
}

/** As Windows shows it: 1 to 12 is one star, 13 to 37 two, 38 to 62 three, 63 to 87 four, above that five. */
function starsOfPercent(percent: number): number {
  return percent === 0 ? 0 : 1 + [12, 37, 62, 87].filter((limit) => percent > limit).length;
}

function labelsIn(tags: Tags, text: Text): readonly string[] | undefined {
  const label = text('XMP-xmp:Label');
  if (label !== undefined) return [label];
  const darktable = listIn(tags['XMP-darktable:Colorlabels'])
    .map((number) => DARKTABLE_COLOURS[Number(number)])
    .filter((colour) => colour !== undefined);
  if (darktable.length > 0) return darktable;
  const digiKam = text('XMP-digiKam:ColorLabel');
  if (digiKam === undefined) return undefined;
  const colour = DIGIKAM_COLOURS[Number(digiKam)];
  return colour === undefined ? [] : [colour];
}

/** Programs that mark their files, then the last that the history names, then the one that made the picture. */
function writerIn(tags: Tags, text: Text): string | undefined {
  const has = (group: string): boolean => Object.keys(tags).some((tag) => tag.startsWith(group));
  if (has('XMP-darktable:')) return 'darktable';
  if (has('XMP-digiKam:')) return 'digiKam';
  return (
    listIn(tags['XMP-xmpMM:HistorySoftwareAgent']).at(-1) ??
    text('XMP-xmp:CreatorTool') ??
    (has('XMP-microsoft:') ? 'Windows' : undefined)
  );
}

/** `2024:05:06 07:08:09+02:00` in UTC; a time without a zone is this computer's. */
function timeIn(text: string | undefined): string | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/u.exec(
    text ?? '',
  );
  if (parts === null) return undefined;
  const [, year, month, day, time, zone = ''] = parts;
  const at = new Date(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Text that ExifTool took for a number, too; what is empty says nothing. */
function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

function listIn(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.map(textIn).filter((text) => text !== undefined);
}
