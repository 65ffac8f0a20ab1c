import { spawnSync } from 'node:child_process';

/**
 * Which of some texts stand in any file of a folder. Another process looks: a file that this process opens and closes loses the locks
 * that SQLite holds on it here.
 */
export async function findInFiles(folder: string, texts: readonly string[]): Promise<string[]> {
  const { status, stdout, stderr } = spawnSync('grep', ['-rahoF', '-f', '-', folder], {
    input: texts.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  // 1: none of them.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return [...new Set(stdout.split('\n').filter((line) => line !== ''))];
}
