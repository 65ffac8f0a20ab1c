/** A process of its own that assesses many pictures and tells how its memory went. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

/** Pictures after which caches and pools have filled. */
const WARM_UP = 60;
const EVERY = 20;
/** Milliseconds between the event loop's roll calls; what it counts beyond them is delay. */
const ROLL_CALL = 5;

process.once('message', async ({ engine: path, paths, count }) => {
  const { createEngine } = await import(pathToFileURL(path).href);
  const engine = await createEngine();
  const delay = monitorEventLoopDelay({ resolution: ROLL_CALL });
  const samples = [];
  function* sources() {
    for (let index = 0; index < count; index++)
      yield { kind: 'path', path: paths[index % paths.length] };
  }
  let done = 0;
  let began = performance.now();
  for await (const result of engine.assessMany(sources())) {
    if (result.status !== 'ok') throw new Error(`${result.source.path}: ${result.error.message}`);
    done++;
    if (done === WARM_UP) {
      began = performance.now();
      delay.enable();
    }
    if (done >= WARM_UP && done % EVERY === 0)
      samples.push([done, process.memoryUsage().rss / 1e6]);
    if (done % 200 === 0) process.send({ progress: done });
  }
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  await engine.dispose();
  process.send({
    result: {
      pictures: count,
      perSecond: (count - WARM_UP) / seconds,
      peakMegabytes: process.resourceUsage().maxRSS / 1000,
      ...trend(samples),
      eventLoopDelay: {
        p50: beyond(delay.percentile(50)),
        p99: beyond(delay.percentile(99)),
        max: beyond(delay.max),
      },
    },
  });
  process.disconnect();
});

function beyond(nanoseconds) {
  return Math.max(0, nanoseconds / 1e6 - ROLL_CALL);
}

/** The straight line through the samples, by least squares, and how much it rises over them. */
function trend(samples) {
  const n = samples.length;
  const [meanX, meanY] = [0, 1].map(
    (axis) => samples.reduce((sum, sample) => sum + sample[axis], 0) / n,
  );
  const slope =
    samples.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
    samples.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const span = samples[n - 1][0] - samples[0][0];
  return {
    meanMegabytes: meanY,
    megabytesPerThousand: slope * 1000,
    growth: (slope * span) / (meanY - (slope * span) / 2),
  };
}
