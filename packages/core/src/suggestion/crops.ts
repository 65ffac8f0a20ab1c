import type { AttributeResult } from '../attributes/attribute.js';
import type { Frame } from '../picture/operations/geometry.js';
import type { AspectCrop, Edit } from '../protocol/generated/assessment.js';
import { round } from '../protocol/rounding.js';

/** Width to height. */
const ASPECTS: Readonly<Record<AspectCrop['aspect'], number>> = {
  '1:1': 1,
  '4:5': 4 / 5,
  '3:2': 3 / 2,
  '16:9': 16 / 9,
};

/** Aspect ratios that differ by less are the same. */
const SAME = 0.01;

/**
 * The largest frame of each common aspect ratio that the picture does not have. The subject stays where it is in it, as far across and as
 * far down, unless it would be cut; where it does not fit it is in the middle.
 *
 * @param size of the picture
 */
export function cropsOf(
  results: readonly AttributeResult[],
  { width, height }: { readonly width: number; readonly height: number },
): AspectCrop[] {
  const subject = boxOfSubject(results);
  const own = width / height;
  return Object.entries(ASPECTS).flatMap(([aspect, ratio]) => {
    if (Math.abs(ratio / own - 1) < SAME) return [];
    const share = { width: Math.min(1, ratio / own), height: Math.min(1, own / ratio) };
    const across = startOf(share.width, subject.x, subject.width);
    const down = startOf(share.height, subject.y, subject.height);
    const edit: Extract<Edit, { operation: 'crop' }> = {
      operation: 'crop',
      x: round(across, 4),
      y: round(down, 4),
      width: round(share.width, 4),
      height: round(share.height, 4),
    };
    return {
      aspect: aspect as AspectCrop['aspect'],
      edit,
      whole: subject.width <= share.width && subject.height <= share.height,
      css: viewBox(edit),
    };
  });
}

/** As `object-view-box` of CSS cuts it out. */
export function viewBox({ x, y, width, height }: Frame): string {
  const percent = (share: number): string => `${round(100 * share, 2)}%`;
  return `inset(${[y, 1 - x - width, 1 - y - height, x].map(percent).join(' ')})`;
}

/** Where a frame of this length begins, for a subject that does. */
function startOf(length: number, subject: number, extent: number): number {
  const centre = subject + extent / 2;
  const wanted = extent > length ? centre - length / 2 : centre * (1 - length);
  const least = Math.max(0, extent > length ? 0 : subject + extent - length);
  const most = Math.min(1 - length, extent > length ? 1 : subject);
  return Math.min(most, Math.max(least, wanted));
}

/** What the readings of the subject saw it in; the whole picture where none did. */
function boxOfSubject(results: readonly AttributeResult[]): Frame {
  for (const { attribute, reading } of results) {
    if (attribute.id !== 'subject-clarity' || reading.status !== 'measured') continue;
    for (const one of reading.evidence) if (one.kind === 'box') return one;
  }
  return { x: 0, y: 0, width: 1, height: 1 };
}
