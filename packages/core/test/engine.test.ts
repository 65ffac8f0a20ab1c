/** The engine whole, on the sample photographs and the model in the box. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, type Part } from '../src/engine/engine.js';
import { en } from '../src/language/en/index.js';
import type { ImageSource } from '../src/picture/source.js';
import { CalmError } from '../src/protocol/errors.js';
import type { Assessment, AssessmentResult } from '../src/protocol/generated/assessment.js';
import { validateAssessmentDocument } from '../src/protocol/generated/validators.js';

const PHOTOS = path.resolve(import.meta.dirname, '../../../examples/photos');

let engine: Engine;
let photos: string[];

beforeAll(async () => {
  engine = await createEngine();
  const names = await readdir(PHOTOS);
  photos = names
    .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
    .sort()
    .map((name) => path.join(PHOTOS, name));
});
afterAll(async () => {
  await engine.dispose();
});

const fromPath = (file: string): ImageSource => ({ kind: 'path', path: file });

async function all(
  sources: Iterable<ImageSource>,
  options?: Parameters<Engine['assessMany']>[1],
): Promise<AssessmentResult[]> {
  const results: AssessmentResult[] = [];
  for await (const result of engine.assessMany(sources, options)) results.push(result);
  return results;
}

const withoutSource = ({ source: _, ...rest }: Assessment): Omit<Assessment, 'source'> => rest;

describe('a language', () => {
  const dogs = fromPath(path.join(PHOTOS, 'dogs-at-the-window.jpg'));

  it('is that of readings and comment, and of nothing else', async () => {
    const english = await engine.assess(dogs);
    const german = await engine.assess(dogs, { language: 'de-AT' });
    const told = ({ attributes }: Assessment): unknown[] =>
      attributes.map((each) => (each.status === 'measured' ? each.text : each.reason));
    expect(told(german)).not.toEqual(told(english));
    expect(german.attributes.map(({ id, ...each }) => [id, 'value' in each && each.value])).toEqual(
      english.attributes.map(({ id, ...each }) => [id, 'value' in each && each.value]),
    );
    const { language, text } = await engine.comment(german, { language: 'de-AT' });
    expect(language).toBe('de');
    expect(text).toMatch(/ein(en)? Hund/u);
  });

  it('comes from whoever brings one', async () => {
    await using other = await createEngine({ locales: [{ ...en, id: 'en-x-pirate' }] });
    expect(other.locales.map(({ id }) => id)).toEqual(['en', 'de', 'en-x-pirate']);
    const { language } = await other.comment(await other.assess(dogs), {
      language: 'en-x-pirate',
    });
    expect(language).toBe('en-x-pirate');
  });

  it('that is not there is refused, with those that are', async () => {
    await expect(engine.assess(dogs, { language: 'tlh' })).rejects.toMatchObject({
      code: 'invalid-request',
      hint: 'Known: en, de.',
    });
  });
});

describe('an assessment', () => {
  it('names what it shows', async () => {
    const { shows } = await engine.assess(fromPath(path.join(PHOTOS, 'cat.png')));
    expect(shows?.map(({ thing }) => thing)).toEqual(['animal']);
  });

  it('follows the published schema', async () => {
    const results = await all(photos.map(fromPath), {
      include: ['score', 'attributes', 'findings', 'features'],
    });
    expect(results.length).toBeGreaterThanOrEqual(8);
    const valid = validateAssessmentDocument({ results });
    expect(validateAssessmentDocument.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('has a score whose parts add up: bins to one, contributions to the distance from the average', async () => {
    for (const result of await all(photos.map(fromPath))) {
      if (result.status !== 'ok' || result.score === undefined)
        throw new Error('a sample was not scored');
      const { score } = result;
      const bins = score.distribution.reduce((sum, share) => sum + share, 0);
      expect(bins).toBeCloseTo(1, 9);
      const mean = score.distribution.reduce((sum, share, bin) => sum + share * (bin + 0.5), 0);
      expect(Math.abs(score.value - mean)).toBeLessThanOrEqual(0.005 + 1e-9);
      const hundredths = (points: number): number => Math.round(points * 100);
      const parts = score.contributions.reduce((sum, part) => sum + hundredths(part.value), 0);
      expect(parts).toBe(hundredths(score.value) - hundredths(score.reference.mean));
      expect(score.interval.low).toBeLessThanOrEqual(score.value);
      expect(score.interval.high).toBeGreaterThanOrEqual(score.value);
    }
  });

  it('is the same bytes alone, in a batch of any width, and in another engine', async () => {
    const alone: string[] = [];
    for (const photo of photos.slice(0, 4))
      alone.push(JSON.stringify(await engine.assess(fromPath(photo))));
    const four = photos.slice(0, 4).map(fromPath);
    for (const concurrency of [1, 2, 4]) {
      const batch = await all(four, { concurrency });
      expect(batch.map((result) => JSON.stringify(result))).toEqual(alone);
    }
    await using other = await createEngine();
    const again = await other.assess(four[0] as ImageSource);
    expect(JSON.stringify(again)).toBe(alone[0]);
  });

  it('is the same for a path and for the bytes of the file', async () => {
    const photo = photos[0] as string;
    const byPath = await engine.assess(fromPath(photo));
    const byBytes = await engine.assess({
      kind: 'bytes',
      bytes: await readFile(photo),
      name: 'a photo',
    });
    expect(withoutSource(byBytes)).toEqual(withoutSource(byPath));
    expect(byBytes.source).toEqual({ kind: 'bytes', name: 'a photo' });
  });

  it('makes only the parts that are asked for', async () => {
    const source = fromPath(photos[0] as string);
    const scoreOnly = await engine.assess(source, { include: ['score'] });
    expect(scoreOnly.score).toBeDefined();
    expect(scoreOnly.attributes).toEqual([]);
    expect(scoreOnly.findings).toEqual([]);
    const featuresOnly = await engine.assess(source, { include: ['features'] });
    expect(featuresOnly.features?.head).toHaveLength(1280);
    expect(featuresOnly.score).toBeUndefined();
    const include = ['score', 'beauty'] as Part[];
    await expect(engine.assess(source, { include })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });

  it.each([null, undefined, 'photo.jpg', { path: 'photo.jpg' }, { kind: 'url' }])(
    'does not take %j for a picture',
    async (source) => {
      await expect(engine.assess(source as ImageSource)).rejects.toMatchObject({
        code: 'invalid-request',
      });
    },
  );
});

describe('many pictures', () => {
  it('come in input order, and one that fails costs its own place only', async () => {
    const missing = path.join(PHOTOS, 'not-there.jpg');
    const results = await all(
      [photos[0], missing, photos[1]].map((file) => fromPath(file as string)),
    );
    expect(results.map(({ status }) => status)).toEqual(['ok', 'failed', 'ok']);
    const [, failed] = results;
    if (failed?.status !== 'failed') throw new Error('expected a failure');
    expect(failed.error.code).toBe('file-not-found');
    expect(failed.error.message).toContain(missing);
    expect(failed.error.hint).not.toBe('');
  });

  it('may come from an asynchronous source, one at a time', async () => {
    async function* lazily(): AsyncGenerator<ImageSource> {
      for (const photo of photos.slice(0, 3)) yield await Promise.resolve(fromPath(photo));
    }
    let seen = 0;
    for await (const result of engine.assessMany(lazily(), { concurrency: 1 })) {
      expect(result.status).toBe('ok');
      seen++;
    }
    expect(seen).toBe(3);
  });

  it('stop when told to, with what is done already delivered', async () => {
    const controller = new AbortController();
    const done: AssessmentResult[] = [];
    const run = async (): Promise<void> => {
      for await (const result of engine.assessMany(photos.map(fromPath), {
        signal: controller.signal,
      })) {
        done.push(result);
        if (done.length === 2) controller.abort();
      }
    };
    const error: unknown = await run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CalmError);
    expect((error as CalmError).code).toBe('cancelled');
    expect(done.map(({ status }) => status)).toEqual(['ok', 'ok']);
  });

  it('leaving the loop early leaves the engine usable', async () => {
    for await (const result of engine.assessMany(photos.map(fromPath))) {
      expect(result.status).toBe('ok');
      break;
    }
    await expect(engine.assess(fromPath(photos[0] as string))).resolves.toHaveProperty(
      'status',
      'ok',
    );
  });
});

describe('an engine', () => {
  it('that is disposed of finishes its work and takes no more', async () => {
    const brief = await createEngine();
    const last = brief.assess(fromPath(photos[0] as string));
    await brief.dispose();
    await expect(last).resolves.toHaveProperty('status', 'ok');
    await expect(brief.assess(fromPath(photos[0] as string))).rejects.toThrow(/disposed/);
    await brief.dispose();
  });

  it('says that a folder is no bundle', async () => {
    const error: unknown = await createEngine({ bundle: PHOTOS }).catch(
      (reason: unknown) => reason,
    );
    expect((error as CalmError).code).toBe('bundle-damaged');
  });
});
