/** The language model in the box, on the sample photographs: what it writes reaches a person only where readings back it. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyUnbacked } from '../src/decoder/check-claims.js';
import { createEngine, type Engine } from '../src/engine/engine.js';
import { CalmError } from '../src/protocol/errors.js';
import type { Assessment } from '../src/protocol/generated/assessment.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');
const MODEL = path.resolve(import.meta.dirname, '../../model-words');
const INCLUDE = ['score', 'attributes', 'findings', 'features'] as const;

let engine: Engine;
let assessments: readonly Assessment[];
beforeAll(async () => {
  engine = await createEngine({ languageModel: MODEL });
  assessments = await Promise.all(
    ['cat.png', 'sunset.jpg', 'rocket.jpg', 'dahlia.jpg'].map((name) =>
      engine.assess({ kind: 'path', path: path.join(PHOTOS, name) }, { include: INCLUDE }),
    ),
  );
});
afterAll(() => engine.dispose());

async function failure(work: Promise<unknown>): Promise<CalmError> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof CalmError)) throw new Error('expected a CalmError', { cause: error });
  return error;
}

describe('a comment of the language model', () => {
  it('holds, sentence by sentence, and nothing has to be replaced', async () => {
    for (const assessment of assessments) {
      const comment = await engine.comment(assessment, { decoder: 'lm' });
      expect(comment.decoder).toBe('lm');
      expect(comment.dropped).toBeUndefined();
      expect(comment.sentences.length).toBeGreaterThan(0);
      expect(comment.sentences.every(({ decoder }) => decoder === undefined)).toBe(true);
      const claims = comment.sentences.flatMap((sentence) => sentence.claims);
      expect(claims.map((claim) => whyUnbacked(claim, assessment))).toEqual(
        claims.map(() => undefined),
      );
    }
  });

  it('tells what the grounded writer tells, in words of its own, the same each time', async () => {
    const [assessment] = assessments;
    const about = ({ sentences }: Awaited<ReturnType<Engine['comment']>>): readonly string[] =>
      [...new Set(sentences.flatMap(({ claims }) => claims.map((claim) => claim.about)))].sort();
    const grounded = await engine.comment(assessment!);
    const first = await engine.comment(assessment!, { decoder: 'lm' });
    expect(about(first)).toEqual(about(grounded));
    expect(await engine.comment(assessment!, { decoder: 'lm' })).toEqual(first);
  });

  it('comes sentence by sentence, and stops when it is told to', async () => {
    const stop = new AbortController();
    const heard: string[] = [];
    const work = engine.comment(assessments[0]!, {
      decoder: 'lm',
      detail: 'full',
      signal: stop.signal,
      onSentence: ({ text }) => {
        heard.push(text);
        stop.abort();
      },
    });
    expect(await failure(work)).toMatchObject({ code: 'cancelled' });
    expect(heard).toHaveLength(1);
    // The thread is free again.
    expect((await engine.comment(assessments[0]!, { decoder: 'lm' })).text).not.toBe('');
  });

  it('is English alone, and wants the tokens of the picture', async () => {
    const [assessment] = assessments;
    expect(
      await failure(engine.comment(assessment!, { decoder: 'lm', language: 'de' })),
    ).toMatchObject({ code: 'invalid-request' });
    const { features: _, ...without } = assessment!;
    expect(await failure(engine.comment(without, { decoder: 'lm' }))).toMatchObject({
      code: 'invalid-request',
    });
  });
});

describe('an open question', () => {
  it('is worded by it where that is asked for', async () => {
    const cat = { kind: 'path', path: path.join(PHOTOS, 'cat.png') } as const;
    const answer = await engine.ask(cat, 'what should I do?', { decoder: 'lm' });
    if (answer.status !== 'told') throw new Error(answer.reason);
    expect(answer.comment.decoder).toBe('lm');
    expect(answer.comment.dropped).toBeUndefined();
    for (const { relation } of answer.comment.sentences.flatMap(({ claims }) => claims)) {
      expect(['weakness', 'effect', 'mend', 'next-time', 'minor']).toContain(relation);
    }
  });
});

it('a folder without a language model is told when it is asked for, not before', async () => {
  const other = await createEngine({ languageModel: PHOTOS });
  try {
    const error = await failure(other.comment(assessments[0]!, { decoder: 'lm' }));
    expect(error.message).toContain(PHOTOS);
    expect((await other.comment(assessments[0]!)).text).not.toBe('');
  } finally {
    await other.dispose();
  }
});
