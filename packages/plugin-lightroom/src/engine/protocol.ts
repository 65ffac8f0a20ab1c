/** The protocol's types, by the names that this plug-in uses. */
import type { Methods } from '@calm-sdk/core/client';

export type { Methods };
export type Discovery = Methods['calm/discover']['result'];
export type Assessment = Methods['assess']['result'];
export type PictureSource = Methods['assess']['params']['source'];
export type BytesSource = Extract<PictureSource, { kind: 'bytes' }>;
export type AssessmentResult = Methods['job/get']['result']['results'][number];
export type Said = Methods['taste/say']['params']['said'][number];
