import { execFile } from 'node:child_process';

/**
 * Whether a text stands in any file of a folder. Another process looks: a file that this process opens and closes loses the locks that
 * SQLite holds on it here.
 */
export function filesHold(folder: string, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    execFile('grep', ['-rqaF', '--', text, folder], (error) => {
      if (error === null) resolve(true);
      else if (error.code === 1) resolve(false);
      else reject(new Error(error.message));
    });
  });
}
