/** What is said of pictures. */
import type { Assessment } from '../../protocol/generated/assessment.js';
import type { PictureSource } from '../../protocol/generated/source.js';
import { expectEqual, expectThat, Skipped, type Asked } from '../asked.js';
import type { Check } from '../check.js';
import { JPEG, pixels, png } from '../pictures.js';

/** Bytes that are no picture. */
const NO_PICTURE: PictureSource = { kind: 'bytes', base64: btoa('This is no picture, but text.') };

export const PICTURES: readonly Check[] = [
  {
    name: 'a picture is assessed from its samples, as PNG and as JPEG',
    async run(engine) {
      await engine.needs('assess');
      const seen: string[] = [];
      for (const [source, width, height, format] of [
        [pixels(), 64, 48, 'pixels'],
        [png(), 64, 48, 'png'],
        [JPEG, 16, 16, 'jpeg'],
      ] as const) {
        const { picture, score } = await engine.result('assess', { source });
        expectEqual([picture.width, picture.height], [width, height], `Size of the ${format}`);
        expectEqual(picture.format, format, 'Format');
        expectThat(score !== undefined, `The ${format} has no score.`);
        seen.push(`${format} ${score.value}`);
      }
      return seen.join(', ');
    },
  },
  {
    name: 'the same picture is said the same of, under the stamps of calm/discover',
    async run(engine) {
      await engine.needs('assess');
      const { stamps } = await engine.discovery();
      const [first, second] = [
        await engine.result('assess', { source: png() }),
        await engine.result('assess', { source: png() }),
      ];
      expectEqual(second, first, 'The second assessment');
      expectEqual(first.stamps, stamps, 'Stamps');
      return `${stamps.model.id}, ${first.picture.sha256.slice(0, 12)}…`;
    },
  },
  {
    name: 'contributions add up exactly to what the score has over the mean of its reference',
    async run(engine) {
      await engine.needs('assess');
      const { score } = await engine.result('assess', { source: png() });
      expectThat(score !== undefined, 'There is no score.');
      const cents = (value: number): number => Math.round(value * 100);
      const sum = score.contributions.reduce((total, { value }) => total + cents(value), 0);
      expectEqual(sum, cents(score.value) - cents(score.reference.mean), 'Sum, in hundredths');
      return `${score.contributions.length} contributions to ${score.value}`;
    },
  },
  {
    name: 'every attribute that calm/discover names for a kind of picture is read, in its order',
    async run(engine) {
      await engine.needs('assess');
      const { attributes, domain } = await engine.result('assess', { source: png() });
      const known = (await engine.discovery()).attributes
        .filter(({ appliesTo }) => appliesTo?.includes(domain.id) ?? true)
        .map(({ id }) => id);
      const ids = attributes.map(({ id }) => id);
      expectEqual(ids, known, 'Attributes');
      return `${known.length} attributes`;
    },
  },
  {
    name: 'every part that calm/discover names can be included, and what is not is not made',
    async run(engine) {
      await engine.needs('assess');
      const { parts } = await engine.discovery();
      const include = parts as NonNullable<Parameters<typeof assessed>[1]>;
      for (const part of include) await assessed(engine, [part]);
      const all = await assessed(engine, include);
      if (parts.includes('suggestions')) {
        expectThat(all.suggestions !== undefined, 'There are no suggestions.');
        const { suggestions } = await assessed(engine, undefined);
        expectEqual(suggestions, undefined, 'Suggestions that nobody asked for');
      }
      return parts.join(', ');
    },
  },
  {
    name: 'every decoder that calm/discover names writes a comment, and no other does',
    async run(engine) {
      await engine.needs('assess');
      const { decoders } = await engine.discovery();
      for (const decoder of decoders) {
        const { comment } = await engine.result('assess', { source: png(), comment: { decoder } });
        expectEqual(comment?.decoder, decoder, 'Decoder of the comment');
        const joined = comment?.sentences.map(({ text }) => text).join(' ');
        expectEqual(comment?.text, joined, 'Text of the comment');
      }
      const comment = { decoder: 'no-such-decoder' };
      await engine.refusal('assess', { source: png(), comment }, 'invalid-request');
      return decoders.join(', ');
    },
  },
  {
    name: 'pictures are compared, each told by its place',
    async run(engine) {
      await engine.needs('compare');
      const sources = [png(), NO_PICTURE, pixels(48, 64)];
      const { pictures, failed } = await engine.result('compare', { sources });
      expectEqual([pictures.length, failed.length], [2, 1], 'Pictures and failures');
      await engine.refusal('compare', { sources: [png()] }, 'invalid-request');
      return '2 pictures, and 1 that is none';
    },
  },
  {
    name: 'pictures are ranked from best to worst, those that are none last',
    async run(engine) {
      await engine.needs('rank');
      const sources = [NO_PICTURE, png(), pixels(48, 64)];
      const { results } = await engine.result('rank', { sources });
      expectEqual(
        results.map(({ status }) => status),
        ['ok', 'ok', 'failed'],
        'What came of them',
      );
      const ranked = results.filter((result): result is Assessment => result.status === 'ok');
      expectThat(
        ranked.every(({ rank }) => rank !== undefined),
        'A picture has no rank.',
      );
      for (const { id } of ranked.map(({ domain }) => domain)) {
        const scores = ranked
          .filter(({ domain }) => domain.id === id)
          .map(({ score }) => score?.value ?? 0);
        expectEqual(
          scores,
          scores.toSorted((a, b) => b - a),
          `Scores of kind ${id}`,
        );
      }
      return '2 pictures, and 1 that is none';
    },
  },
  {
    name: 'a question about a picture is answered, or it is said why not',
    async run(engine) {
      await engine.needs('ask');
      const seen: string[] = [];
      for (const question of ['Is it sharp?', 'What could be better?', 'Who was the mayor?']) {
        const answer = await engine.result('ask', { source: png(), question });
        expectEqual(answer.question, question, 'The question');
        seen.push(answer.status);
      }
      await engine.refusal('ask', { source: png(), question: '' }, 'invalid-request');
      return seen.join(', ');
    },
  },
  {
    name: 'edits are suggested, with what they gain',
    async run(engine) {
      await engine.needs('suggest');
      const { suggestions } = await engine.result('suggest', {
        source: png(),
        edits: [{ operation: 'expose', ev: 0.5 }],
      });
      expectThat(suggestions !== undefined, 'There are no suggestions.');
      const edits = [{ operation: 'no-such-operation' }];
      await engine.refusal('suggest', { source: png(), edits }, 'invalid-request');
      return `${suggestions.tried.length} tried, ${suggestions.suggestions.length} suggested`;
    },
  },
  {
    name: 'what is no picture fails with a code that says so',
    async run(engine) {
      await engine.needs('assess');
      const whole = atob(png().base64);
      const half: PictureSource = { kind: 'bytes', base64: btoa(whole.slice(0, whole.length / 2)) };
      const cases = [
        [NO_PICTURE, ['not-an-image', 'unsupported-format']],
        [half, ['damaged-image', 'not-an-image']],
        [{ kind: 'bytes', base64: 'no base64!' }, ['invalid-request']],
        [{ ...pixels(), height: 49 }, ['invalid-request', 'damaged-image']],
        [{ kind: 'path', path: '/no/such/picture.jpg' }, ['file-not-found', 'not-allowed']],
      ] as const;
      const seen: string[] = [];
      for (const [source, codes] of cases) {
        seen.push((await engine.refusal('assess', { source }, ...codes)).code);
      }
      return seen.join(', ');
    },
  },
  {
    name: 'a profile that is not there is said to be unknown',
    async run(engine) {
      await engine.needs('assess');
      const { tastes } = await engine.discovery();
      const codes = tastes
        ? ['profile-unknown']
        : ['profile-unknown', 'invalid-request', 'store-unavailable'];
      const params = { source: png(), profile: 'No such profile, nor ever was' };
      const { code } = await engine.refusal('assess', params, ...(codes as 'profile-unknown'[]));
      return code;
    },
  },
  {
    name: 'rated examples make a personal score without a profile',
    async run(engine) {
      await engine.needs('assess');
      const examples = [{ source: png(), rating: 5 }];
      const { score } = await engine.result('assess', { source: png(), examples });
      if (score?.personal === undefined) throw new Skipped('this engine learns from no examples');
      expectEqual(score.personal.ratings, 1, 'Ratings');
      return `${score.personal.value} beside ${score.value}`;
    },
  },
];

type Parts = ('score' | 'attributes' | 'findings' | 'suggestions')[];

function assessed(engine: Asked, include: Parts | undefined): Promise<Assessment> {
  return engine.result('assess', { source: png(), ...(include === undefined ? {} : { include }) });
}
