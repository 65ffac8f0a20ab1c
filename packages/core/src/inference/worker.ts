/**
 * The inference thread: owns every ONNX Runtime session. `session.run` blocks the thread that calls it,
 * so it never runs on the thread that answers people.
 */
import { parentPort } from 'node:worker_threads';
import * as ort from '@calm-sdk/onnxruntime';
import { generate } from './generate.js';
import type { InferenceRequest, InferenceResponse, TensorData } from './messages.js';

const sessions = new Map<string, ort.InferenceSession>();
const port = parentPort;
if (port === null) throw new Error('The inference worker must be started as a worker thread.');

// Requests are answered in the order in which they came, one at a time.
let queue: Promise<void> = Promise.resolve();
const stopped = new Set<number>();
port.on('message', (request: InferenceRequest) => {
  // The one request that does not wait for its turn.
  if (request.kind === 'stop') stopped.add(request.id);
  else queue = queue.then(() => answer(request));
});

type Queued = Exclude<InferenceRequest, { kind: 'stop' }>;

async function answer(request: Queued): Promise<void> {
  let response: InferenceResponse;
  try {
    response = { kind: 'done', id: request.id, outputs: await handle(request) };
  } catch (error) {
    response = {
      kind: 'failed',
      id: request.id,
      message: error instanceof Error ? error.message : String(error),
      reporting: error instanceof Error && 'code' in error && error.code === 'ERR_ORT_TELEMETRY',
    };
  }
  const buffers =
    response.kind === 'done'
      ? Object.values(response.outputs).map((tensor) => tensor.data.buffer as ArrayBuffer)
      : [];
  port?.postMessage(response, [...new Set(buffers)]);
  if (request.kind === 'close') port?.close();
}

async function handle(request: Queued): Promise<Record<string, TensorData>> {
  switch (request.kind) {
    case 'load': {
      const session = await ort.InferenceSession.create(request.graph, {
        executionProviders: [request.provider],
        intraOpNumThreads: request.threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
        logSeverityLevel: 3,
        // Spinning threads steal the core that decodes the next picture.
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      });
      sessions.set(request.model, session);
      return {};
    }
    case 'run': {
      const session = loaded(request.model);
      const feeds: Record<string, ort.Tensor> = {};
      for (const [name, input] of Object.entries(request.inputs)) {
        feeds[name] = new ort.Tensor(input.type, input.data, input.dims);
      }
      const results = await session.run(feeds);
      const outputs: Record<string, TensorData> = {};
      for (const [name, tensor] of Object.entries(results)) outputs[name] = owned(name, tensor);
      return outputs;
    }
    case 'generate': {
      const { id, prompt, ...limits } = request;
      const graphs = { decoder: loaded(request.decoder), embed: loaded(request.embed) };
      for await (const token of generate(graphs, prompt, limits)) {
        if (stopped.has(id)) break;
        port?.postMessage({ kind: 'token', id, token } satisfies InferenceResponse);
      }
      stopped.delete(id);
      return {};
    }
    case 'close': {
      for (const session of sessions.values()) await session.release();
      sessions.clear();
      return {};
    }
  }
}

function loaded(model: string): ort.InferenceSession {
  const session = sessions.get(model);
  if (session === undefined) throw new Error(`No graph named ${model} is loaded.`);
  return session;
}

/** Samples in memory that can be handed to another thread: ONNX Runtime's own cannot. */
function owned(name: string, tensor: ort.Tensor): TensorData {
  if (tensor.type === 'float32') {
    return { type: 'float32', dims: tensor.dims, data: (tensor.data as Float32Array).slice() };
  }
  if (tensor.type === 'uint8') {
    return { type: 'uint8', dims: tensor.dims, data: (tensor.data as Uint8Array).slice() };
  }
  if (tensor.type === 'int64') {
    return { type: 'int64', dims: tensor.dims, data: (tensor.data as BigInt64Array).slice() };
  }
  throw new Error(
    `Output ${name} is of type ${tensor.type}; float32, uint8 or int64 was expected.`,
  );
}
