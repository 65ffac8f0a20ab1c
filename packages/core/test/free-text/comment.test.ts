/** What becomes of the sentences of a decoder that brings no claims: the engine's part, without an engine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../../src/attributes/index.js';
import { appliesTo } from '../../src/attributes/kinds.js';
import { whyUnbacked } from '../../src/decoder/check-claims.js';
import type { Decoder, Draft } from '../../src/decoder/decoder.js';
import { CommentReader } from '../../src/decoder/comment-reader.js';
import { GroundedDecoder } from '../../src/decoder/grounded/grounded-decoder.js';
import { writeComment, type CommentOptions } from '../../src/engine/comment.js';
import { de } from '../../src/language/de/index.js';
import { en } from '../../src/language/en/index.js';
import type { Claim, Comment } from '../../src/protocol/generated/assessment.js';
import { FALSE_SENTENCES } from './false-sentences.js';
import { TRUE_SENTENCES } from './sentences.js';
import { assessmentOf, WORLDS, type WorldName } from './worlds.js';

const OF_PHOTOGRAPHS = ATTRIBUTES.filter((attribute) => appliesTo(attribute, 'photograph'));

const readers = new Map(
  [en, de].map((locale) => [locale.id, new CommentReader(locale, OF_PHOTOGRAPHS)]),
);

function saying(...drafts: readonly (string | Draft)[]): Decoder {
  return {
    id: 'talker',
    async *write() {
      for (const draft of drafts) yield typeof draft === 'string' ? { text: draft } : draft;
    },
  };
}

function comment(
  world: WorldName,
  decoder: Decoder,
  options: CommentOptions = {},
): Promise<Comment> {
  return writeComment(
    assessmentOf(WORLDS[world]),
    {
      attributes: ATTRIBUTES,
      locales: [en, de],
      decoders: [new GroundedDecoder(), decoder],
      reader: ({ id }) => readers.get(id)!,
    },
    { decoder: decoder.id, ...options },
  );
}

describe('sentences without claims', () => {
  it('get those that were read in them, and the level of what they speak of', async () => {
    const { sentences, dropped } = await comment('tilted', saying('The picture is noisy.'));
    expect(sentences[0]).toEqual({
      text: 'The picture is noisy.',
      level: 'low',
      claims: [{ about: 'noise', relation: 'weakness', value: 14.2, unit: 'of 255' }],
    });
    expect(dropped).toBeUndefined();
  });

  it('are dropped, counted and told with the reason where they do not hold', async () => {
    const told: unknown[] = [];
    const heard: string[] = [];
    const made = await comment(
      'tilted',
      saying('The picture is noisy. A dog runs by.', 'The picture is noisy.', 'There is no noise.'),
      { onDropped: (one) => told.push(one), onSentence: ({ text }) => heard.push(text) },
    );
    expect(made.dropped).toBe(3);
    expect(told).toEqual([
      { text: 'A dog runs by.', reason: '"dog" is not understood' },
      { text: 'The picture is noisy.', reason: 'it was said before' },
      { text: 'There is no noise.', reason: 'noise is a weakness' },
    ]);
    expect(made.text).not.toMatch(/dog|no noise/u);
    expect(heard).toEqual(made.sentences.map(({ text }) => text));
  });

  it('leave what they did not tell to the grounded writer, who says so', async () => {
    const { decoder, sentences } = await comment('tilted', saying('The picture is noisy.'));
    expect(decoder).toBe('talker');
    const added = sentences.filter((sentence) => sentence.decoder === 'grounded');
    expect(added).toHaveLength(sentences.length - 1);
    const about = added.flatMap(({ claims }) => claims.map((claim) => claim.about));
    expect(about).toContain('horizon-tilt');
    expect(about).toContain('depth-separation');
    expect(about).not.toContain('noise');
    expect(about).not.toContain('score');
  });

  it('of which none holds are replaced by the whole grounded comment', async () => {
    const made = await comment('tilted', saying('A dog runs by.', 'It is a lovely dog.'));
    const grounded = await comment('tilted', saying(), { decoder: 'grounded' });
    expect(made).toMatchObject({ decoder: 'talker', dropped: 2, text: grounded.text });
    expect(made.sentences.every(({ decoder }) => decoder === 'grounded')).toBe(true);
  });

  it('are understood in other languages where they keep to the grammar', async () => {
    const grounded = await comment('tilted', saying(), { decoder: 'grounded', language: 'de' });
    const told: string[] = [];
    const made = await comment(
      'tilted',
      saying(grounded.text, 'Ein Hund läuft vorbei.', 'Das Bild rauscht nicht.'),
      { language: 'de', onDropped: ({ text }) => told.push(text) },
    );
    expect(made.sentences.map(({ text }) => text)).toEqual(
      grounded.sentences.map(({ text }) => text),
    );
    expect(told).toEqual(['Ein Hund läuft vorbei.', 'Das Bild rauscht nicht.']);
  });
});

describe('sentences with claims of their own', () => {
  it('are read all the same: a true claim is no proof of what is written', async () => {
    const claims: Claim[] = [{ about: 'noise', relation: 'weakness', value: 14.2 }];
    const made = await comment(
      'tilted',
      saying(
        { text: 'The picture is noisy.', level: 'low', claims },
        { text: 'It was taken by a famous photographer.', level: 'low', claims },
        { text: 'There is no noise.', level: 'low', claims },
      ),
    );
    expect(made.sentences[0]).toMatchObject({
      text: 'The picture is noisy.',
      claims: [{ about: 'noise', relation: 'weakness', value: 14.2, unit: 'of 255' }],
    });
    expect(made.dropped).toBe(2);
    expect(made.text).not.toMatch(/famous|no noise/u);
  });
});

describe('whatever a decoder says', () => {
  const anything = fc.record({
    world: fc.constantFrom(...(Object.keys(WORLDS) as WorldName[])),
    detail: fc.constantFrom('short', 'normal', 'full'),
    picks: fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 8 }),
  });

  it('every claim of the comment is backed, and the weightiest weakness is told', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async ({ world, detail, picks }) => {
        const sentences = picks.map(([isTrue, at]) => {
          const list = isTrue ? TRUE_SENTENCES[world] : FALSE_SENTENCES[world];
          return list[at % list.length]!;
        });
        const made = await comment(world, saying(...sentences), { detail });
        const assessment = assessmentOf(WORLDS[world]);
        const claims = made.sentences.flatMap((sentence) => sentence.claims);
        expect(claims.map((claim) => whyUnbacked(claim, assessment))).toEqual(
          claims.map(() => undefined),
        );
        const weightiest = assessment.findings.find(({ kind }) => kind === 'weakness');
        if (weightiest !== undefined && weightiest.severity >= 0.45) {
          expect(claims.map(({ about }) => about)).toContain(weightiest.attribute);
        }
        for (const sentence of FALSE_SENTENCES[world]) expect(made.text).not.toContain(sentence);
      }),
      { numRuns: 150 },
    );
  });

  it('its failure is the comment’s', async () => {
    const broken: Decoder = {
      id: 'talker',
      async *write() {
        yield* [];
        throw new Error('no line');
      },
    };
    await expect(comment('tilted', broken)).rejects.toThrow('no line');
  });

  it('what is no draft is told as such', async () => {
    const odd: Decoder = {
      id: 'talker',
      async *write() {
        yield null as unknown as Draft;
      },
    };
    await expect(comment('tilted', odd)).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('where it says nothing for ever, the caller is free when it has had enough', async () => {
    const silent: Decoder = {
      id: 'talker',
      async *write() {
        yield { text: 'The picture is noisy.' };
        await new Promise(() => undefined);
      },
    };
    const stop = new AbortController();
    const made = comment('tilted', silent, {
      signal: stop.signal,
      onSentence: () => setImmediate(() => stop.abort()),
    });
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('it stops when the caller has had enough', async () => {
    const stop = new AbortController();
    const made = comment('tilted', saying('The picture is noisy.', 'The horizon is tilted.'), {
      signal: stop.signal,
      onSentence: () => stop.abort(),
    });
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
  });
});
