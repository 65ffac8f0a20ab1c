/** The machine that figures were taken on. */
import { cpus, totalmem } from 'node:os';

export function machine() {
  const [first] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`;
}
