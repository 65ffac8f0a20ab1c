import { createRequire } from 'node:module';

/** Version of the ONNX Runtime that is installed. */
export function runtimeVersion(): string {
  const facts = createRequire(import.meta.url)('@calm-sdk/onnxruntime/package.json') as {
    version: string;
  };
  return facts.version;
}
