/** What reporters of extensions are given. */
import {
  CalmError,
  openPicture,
  previewOf,
  type AssessmentResult,
  type ContributedReporter,
  type ImageSource,
  type Reported,
} from '@calm-sdk/core';

/**
 * A result with a small JPEG of its picture, where the reporter asks for one. A picture that has gone since it was assessed has none.
 *
 * @param source where its result does not tell
 */
export async function reported(
  result: AssessmentResult,
  { previews }: ContributedReporter,
  signal: AbortSignal,
  source?: ImageSource,
): Promise<Reported> {
  const { path } = result.source;
  const from = source ?? (path === undefined ? undefined : ({ kind: 'path', path } as const));
  if (previews === undefined || result.status === 'failed' || from === undefined) return { result };
  try {
    const picture = await openPicture(from, { signal });
    return { result, preview: await previewOf(picture, [], { longestSide: previews }) };
  } catch (error) {
    if (!(error instanceof CalmError)) throw error;
    return { result };
  }
}
