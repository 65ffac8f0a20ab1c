/**
 * Comments of CALM written by a language model behind an OpenAI-compatible server.
 *
 * @packageDocumentation
 */
export {
  remoteDecoder,
  type RemoteDecoder,
  type RemoteDecoderOptions,
  type Timeouts,
  type Usage,
} from './remote-decoder.js';
