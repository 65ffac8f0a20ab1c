/** `npm start`: sets everything up and assesses the sample photographs. Further arguments go to the command line. */
import { runCalm } from './calm.mjs';
import { root } from './set-up.mjs';

await runCalm(root, ['assess', 'examples/photos', ...process.argv.slice(2)]);
