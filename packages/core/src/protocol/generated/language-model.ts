// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { BundleFile, Provenance } from './bundle.js';

/**
 * bundle.json of a language model: what its folder holds, where it came from, which tokens it reads, and how to run it.
 */
export interface LanguageModelManifest {
  /**
   * Version of this manifest's shape.
   */
  schema: 1;
  /**
   * Name of the bundle.
   */
  id: string;
  /**
   * Version of the bundle, apart from that of the code.
   */
  version: string;
  /**
   * SPDX expression that covers the whole folder.
   */
  licence: string;
  /**
   * Where every part came from.
   */
  provenance: Provenance[];
  /**
   * Every file of the bundle but this one, by name.
   */
  files: {
    [k: string]: BundleFile;
  };
  languageModel: LanguageModel;
}
/**
 * Its graphs, and how text and tokens of pictures are put before it.
 *
 * This interface was referenced by `LanguageModelManifest`'s JSON-Schema
 * via the `definition` "LanguageModel".
 */
export interface LanguageModel {
  /**
   * ONNX file. Inputs `inputs_embeds` [1, n, width], `past` int32 [1], and `past_key.i`, `past_value.i` for each layer, buffers with room for all that will be read; outputs `logits` [1, vocabulary] of what follows, and the buffers as `present_key.i`, `present_value.i`, written in place.
   */
  decoder: string;
  /**
   * ONNX file from `input_ids` int64 [n] to `inputs_embeds` [1, n, width].
   */
  embed: string;
  /**
   * ONNX file from a picture's aligned tokens, `levels` [1, count, width] and `thematic` [1, length], to `vectors` [1, n, width] that stand among those of words.
   */
  soft: string;
  /**
   * Its tokenizer.json.
   */
  tokenizer: string;
  /**
   * SHA-256 of the alignment graph whose tokens it was taught to read.
   */
  alignment: string;
  /**
   * Count and width of the tokens of all levels.
   *
   * @minItems 2
   * @maxItems 2
   */
  levels: number[];
  /**
   * Length of the theme.
   */
  thematic: number;
  /**
   * What stands before the vectors of the picture.
   */
  opening: string;
  /**
   * What stands between the instruction and the answer.
   */
  closing: string;
  /**
   * What ends an answer.
   */
  end: string;
}
