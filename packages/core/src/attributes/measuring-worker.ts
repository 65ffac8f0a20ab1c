/** The measuring thread: reads the built-in attributes, which is arithmetic that would hold up whoever answers people. */
import { parentPort } from 'node:worker_threads';
import { ATTRIBUTES } from './index.js';
import type { MeasuringRequest, MeasuringResponse } from './measuring-thread.js';

const port = parentPort;
if (port === null) throw new Error('The measuring worker must be started as a worker thread.');

port.on('message', ({ id, scene, places }: MeasuringRequest) => {
  let response: MeasuringResponse;
  try {
    response = { id, readings: places.map((place) => ATTRIBUTES[place]!.measure(scene)) };
  } catch (error) {
    response = { id, problem: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(response);
});
