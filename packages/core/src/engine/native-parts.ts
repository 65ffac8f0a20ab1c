import { runtimeVersion } from '../inference/runtime-version.js';
import { decoderFacts, type DecoderFacts } from '../picture/decoder-facts.js';

/** The native libraries that the engine stands on, as they are installed here: for reports of trouble. */
export interface NativeParts {
  readonly decoder: DecoderFacts;
  /** Version of ONNX Runtime. */
  readonly onnxruntime: string;
}

/** Asks the installed libraries; loads no model. Which providers work is found by creating an engine with them. */
export function nativeParts(): NativeParts {
  return { decoder: decoderFacts(), onnxruntime: runtimeVersion() };
}
