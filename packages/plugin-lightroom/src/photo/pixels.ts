/** Pixels of a photograph as it is developed, which is what the person sees. */
import { fail, succeed, type Answer } from '../answer';
import { longestSide } from './jpeg';
import { render } from './rendition';

const LrDate = lrImport('LrDate');
const LrTasks = lrImport('LrTasks');

/** Longest side that is asked for, in pixels. */
export const LONGEST_SIDE = 2048;
/** The engine looks at a picture whose longest side is 1024: what is smaller lacks what it looks for. */
const LEAST_SIDE = 1024;
/** A RAW file that has no preview yet is rendered first. */
const LONGEST_WAIT_S = 20;
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
