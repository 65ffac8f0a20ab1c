import { writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CalmError } from '../../protocol/errors.js';
import { writeNew } from './new-file.js';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  return { ...real, link: vi.fn(real.link) };
});

const { chmod, link, mkdtemp, readdir, readFile, rm, stat, writeFile } = files;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calm-new-file-'));
});
afterEach(async () => {
  vi.mocked(link).mockClear();
  await rm(folder, { recursive: true, force: true });
});

const BYTES = Buffer.from('the new picture');
const nothing = (): void => undefined;

async function failureOf(work: Promise<void>): Promise<CalmError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CalmError);
  return error as CalmError;
}

/** As on a memory card. */
function withoutLinks(): void {
  vi.mocked(link).mockRejectedValueOnce(
    Object.assign(new Error('operation not supported'), { code: 'ENOTSUP' }),
  );
}

describe('a new file', () => {
  it.each([false, true])('is written whole, where links are missing: %s', async (missing) => {
    const path = join(folder, 'new.png');
    if (missing) withoutLinks();
    await writeNew(path, 'new.png', BYTES, false, nothing);
    expect(await readFile(path)).toEqual(BYTES);
    expect((await stat(path)).nlink).toBe(1);
    expect(await readdir(folder)).toEqual(['new.png']);
    expect(link).toHaveBeenCalledOnce();
  });

  it.each([false, true])(
    'leaves one that has come meanwhile, where links are missing: %s',
    async (missing) => {
      const path = join(folder, 'new.png');
      if (missing) withoutLinks();
      const failure = await failureOf(
        writeNew(path, 'new.png', BYTES, false, () => writeFileSync(path, 'another')),
      );
      expect(failure.code).toBe('invalid-request');
      expect(await readFile(path, 'utf8')).toBe('another');
      expect(await readdir(folder)).toEqual(['new.png']);
    },
  );

  it('takes the place of another where it may', async () => {
    const path = join(folder, 'new.png');
    await writeFile(path, 'another');
    await writeNew(path, 'new.png', BYTES, true, nothing);
    expect(await readFile(path)).toEqual(BYTES);
  });

  it('is not there where it is no longer wanted', async () => {
    const failure = await failureOf(
      writeNew(join(folder, 'new.png'), 'new.png', BYTES, false, () => {
        throw CalmError.cancelled('Developing');
      }),
    );
    expect(failure.code).toBe('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });

  it('names what stands in its way', async () => {
    const missing = join(folder, 'missing', 'new.png');
    const absent = await failureOf(writeNew(missing, 'new.png', BYTES, false, nothing));
    expect([absent.code, absent.message]).toEqual([
      'file-not-found',
      'The folder of new.png does not exist.',
    ]);
    if (process.platform === 'win32') return;
    await chmod(folder, 0o555);
    // The superuser may write everywhere, so the test tries it as "nobody".
    const superuser = process.geteuid?.() === 0;
    if (superuser) process.seteuid?.(65534);
    try {
      const refused = await failureOf(
        writeNew(join(folder, 'new.png'), 'new.png', BYTES, false, nothing),
      );
      expect([refused.code, refused.message]).toEqual([
        'file-unreadable',
        'new.png may not be written.',
      ]);
    } finally {
      if (superuser) process.seteuid?.(0);
      await chmod(folder, 0o755);
    }
  });
});
