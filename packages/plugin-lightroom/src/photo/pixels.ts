/** Pixels of a photograph as it is developed, which is what the person sees. */
import { fail, succeed, type Answer } from '../answer';
import { render } from './rendition';

const LrDate = lrImport('LrDate');
const LrTasks = lrImport('LrTasks');

/** Longest side that is asked for, in pixels. */
export const LONGEST_SIDE = 2048;
/** The engine looks at a picture whose longest side is 1024: what is smaller lacks what it looks for. */
const LEAST_SIDE = 1024;
/** A RAW file that has no preview yet is rendered first. */
const LONGEST_WAIT_S = 30;
const PAUSE_S = 0.02;

export interface Pixels {
  /** A JPEG. */
  readonly jpeg: string;
  readonly from: 'preview' | 'export';
}

/** A rendition that is under way. */
export interface Request {
  readonly photo: LrPhoto;
  /** Lightroom answers only while this is held. */
  readonly held: LrThumbnailRequest;
  readonly deadline: number;
  jpeg?: string;
  error?: string;
}

/** Asks for a rendition and goes on. */
export function ask(photo: LrPhoto): Request {
  // The answer may come within the call, before there is anything to hold.
  const answer: { jpeg?: string; error?: string } = {};
  const held = photo.requestJpegThumbnail(LONGEST_SIDE, LONGEST_SIDE, (jpeg, error) => {
    // It may come again, and small before large.
    if (jpeg === undefined) answer.error = error ?? '';
    else if (answer.jpeg === undefined || jpeg.length > answer.jpeg.length) answer.jpeg = jpeg;
  });
  const request = answer as Request & {
    held: LrThumbnailRequest;
    photo: LrPhoto;
    deadline: number;
  };
  request.held = held;
  request.photo = photo;
  request.deadline = LrDate.currentTime() + LONGEST_WAIT_S;
  return request;
}

/**
 * Waits for a rendition; where none comes or only a small one, has Lightroom export one into a temporary folder.
 *
 * @param least longest side of the photograph itself, where it is smaller than what is asked for
 */
export function take(request: Request, least: number, isCancelled: () => boolean): Answer<Pixels> {
  while (request.jpeg === undefined && request.error === undefined) {
    if (isCancelled()) return fail('cancelled', '', '');
    if (LrDate.currentTime() > request.deadline) break;
    LrTasks.sleep(PAUSE_S);
  }
  const { jpeg } = request;
  if (jpeg !== undefined && longestSide(jpeg) >= math.min(LEAST_SIDE, least)) {
    return succeed({ jpeg, from: 'preview' });
  }
  const rendered = render(request.photo, LONGEST_SIDE);
  if (rendered.ok) return succeed({ jpeg: rendered.value, from: 'export' });
  return rendered;
}

/**
 * Longest side of a JPEG in pixels, from its frame header (ITU-T T.81, B.2.2); 0 where there is none.
 */
export function longestSide(jpeg: string): number {
  let at = 3; // Behind the start of the image.
  while (at + 8 < jpeg.length) {
    const [mark, marker, high, low] = string.byte(jpeg, at, at + 3);
    if (mark !== 0xff || marker === undefined) return 0;
    // SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which lie between them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [rowsHigh, rowsLow, columnsHigh, columnsLow] = string.byte(jpeg, at + 5, at + 8);
      return math.max(rowsHigh! * 256 + rowsLow!, columnsHigh! * 256 + columnsLow!);
    }
    at += 2 + (high! * 256 + low!);
  }
  return 0;
}
