// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * bundle.json: what a folder of model files holds, where it came from, and how to run it.
 */
export interface BundleManifest {
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
  encoder: EncoderGraph;
  faces: FacesGraph;
  scoring: ScoringGraph;
  detail: DetailGraph;
  alignment: AlignmentGraph;
  text?: TextGraphs;
  suggestion?: SuggestionFile;
  faults?: FaultsFile;
  taste?: TasteGraph;
}
/**
 * One part and its terms.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "Provenance".
 */
export interface Provenance {
  /**
   * What it is.
   */
  part: string;
  /**
   * Package, version and authors it came from, or what it was trained on.
   */
  source: string;
  /**
   * Its terms.
   */
  licence: string;
  /**
   * Where to read more.
   */
  url?: string;
}
/**
 * A file's fingerprint.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "BundleFile".
 */
export interface BundleFile {
  /**
   * SHA-256 of the file, in hex.
   */
  sha256: string;
  /**
   * Its size.
   */
  bytes: number;
}
/**
 * The eyes: pixels of any height and width to maps at strides 8, 16 and 32.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "EncoderGraph".
 */
export interface EncoderGraph {
  /**
   * ONNX file.
   */
  file: string;
  input: PixelInput;
  outputs: EncoderOutputs;
}
/**
 * An input that takes sRGB samples, row by row.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "PixelInput".
 */
export interface PixelInput {
  /**
   * Name of the graph's input.
   */
  name: string;
  /**
   * Shape [1, height, width, 3].
   */
  layout: 'NHWC';
  /**
   * Type of a sample; normalisation is inside the graph.
   */
  dtype: 'uint8';
  /**
   * Meaning of the samples.
   */
  colourSpace: 'srgb';
}
/**
 * What the eyes see.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "EncoderOutputs".
 */
export interface EncoderOutputs {
  stride8: MapOutput;
  stride16: MapOutput;
  stride32: MapOutput;
  head: VectorOutput;
  headDeviation: VectorOutput;
  classes: VectorOutput;
}
/**
 * A stack of feature maps [1, channels, height, width].
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "MapOutput".
 */
export interface MapOutput {
  /**
   * Name of the graph's output.
   */
  name: string;
  /**
   * Number of channels.
   */
  channels: number;
  /**
   * Input pixels for each cell.
   */
  stride: number;
}
/**
 * A vector [1, length].
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "VectorOutput".
 */
export interface VectorOutput {
  /**
   * Name of the graph's output.
   */
  name: string;
  /**
   * Number of values.
   */
  length: number;
}
/**
 * The face detector: pixels of any height and width to a table of faces.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "FacesGraph".
 */
export interface FacesGraph {
  /**
   * ONNX file.
   */
  file: string;
  input: PixelInput;
  output: FacesOutput;
  /**
   * Faces below this probability are dropped, 0 to 1.
   */
  minimumConfidence: number;
}
/**
 * A table [faces, 5] of x, y, width, height (fractions of the picture, origin top left) and confidence.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "FacesOutput".
 */
export interface FacesOutput {
  /**
   * Name of the graph's output.
   */
  name: string;
}
/**
 * From what encoder and alignment give (inputs of the same names) to scores, one row for each kind of picture. Where regions are asked for, the input `explain` int64 [1] names the row, else it is -1. Where readings have a part of their own in the score of a kind (`contributions` of its calibration), the input `added` float32 [1, kinds] is what they add to each, in points.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "ScoringGraph".
 */
export interface ScoringGraph {
  /**
   * ONNX file.
   */
  file: string;
  /**
   * JSON file that follows scoring.schema.json.
   */
  calibration: string;
  /**
   * Outputs of the encoder and of the alignment that the graph takes.
   */
  inputs: (
    | 'stride8'
    | 'stride16'
    | 'stride32'
    | 'head'
    | 'headDeviation'
    | 'classes'
    | 'low'
    | 'middle'
    | 'high'
    | 'lowAttention'
    | 'middleAttention'
    | 'highAttention'
  )[];
  outputs: ScoringOutputs;
}
/**
 * Names of the graph's outputs.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "ScoringOutputs".
 */
export interface ScoringOutputs {
  /**
   * [1, kinds, 10] probabilities of the bins [i, i + 1), each row summing to 1.
   */
  distribution: string;
  /**
   * [1, kinds] expected error of the mean, in points.
   */
  deviation: string;
  /**
   * [1, kinds] logits of the kind of picture.
   */
  domain: string;
  /**
   * [1, 1] how unlike the training pictures this one is.
   */
  unfamiliarity: string;
  /**
   * [rows, columns] what each cell of stride 32 adds to the score of the row that `explain` names, in points; empty where it names none. They add up to the score less that of the average unrated photograph.
   */
  regions: string;
}
/**
 * Full-size detail: cut-outs of a picture at its full size to one vector each.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "DetailGraph".
 */
export interface DetailGraph {
  /**
   * ONNX file. Input `tiles` uint8 [n, side, side, 3], output `detail` float [n, width].
   */
  file: string;
  /**
   * Height and width of a cut-out, in pixels.
   */
  side: number;
  /**
   * Length of a cut-out's vector.
   */
  width: number;
}
/**
 * The multi-scale feature alignment module: from the encoder's maps and the full-size detail to tokens of three levels and a theme.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "AlignmentGraph".
 */
export interface AlignmentGraph {
  /**
   * ONNX file. Outputs `low`, `middle`, `high` [1, queries, width], `lowAttention`, `middleAttention`, `highAttention` [1, queries, cells of stride 32], `thematic` [1, themeWidth] and `strength` [1, changes, 3].
   */
  file: string;
  /**
   * JSON file that follows alignment.schema.json.
   */
  calibration: string;
  /**
   * Outputs of the encoder that are its inputs, by name. `detail` and `places` of the cut-outs are its inputs too, so that the bundle needs a detail graph.
   */
  inputs: ('stride8' | 'stride16' | 'stride32' | 'head' | 'headDeviation' | 'classes')[];
  /**
   * Tokens of each level.
   */
  queries: number;
  /**
   * Length of a token.
   */
  width: number;
  /**
   * Length of the theme, which lies in the text encoder's space.
   */
  themeWidth: number;
  /**
   * The attributes whose change the tokens were taught to see, in the order of `strength`.
   */
  changes: string[];
}
/**
 * From words to the space of the tokens.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "TextGraphs".
 */
export interface TextGraphs {
  /**
   * ONNX file of the text encoder. Inputs `input_ids`, `attention_mask`, `token_type_ids` int64 [1, n], output `last_hidden_state` [1, n, width], of which the mean is the text's vector.
   */
  file: string;
  /**
   * Its tokenizer.json.
   */
  tokenizer: string;
  /**
   * Longest text that is read, in tokens.
   */
  tokens: number;
  /**
   * Length of a text's vector.
   */
  width: number;
  /**
   * ONNX file that answers questions. Inputs `text` [1, width], `tokens` [1, 3 × queries, width of a token] of all levels, `thematic`, `strength` [1, changes, 3] probabilities, `percentile` [1, 1] of the score from 0 to 1, `head` and `classes` of the encoder; outputs `route` [1, 5] probabilities of what it is about (craft, beauty, theme, mood, what cannot be told), `logit` [1, 4] of yes by each of the first four, `about` [1, 1] the change asked after, `names` [1, changes] 1 for each that counts for it, `sign` [1, 1] from 1 where it is asked for to -1 where its absence is, `mood` [1, 1] the mood asked after, `leading` [1, 1] that which the picture has most of, `above` [1, 1] the logit of the mood asked after rather than the strongest other.
   */
  ask: string;
}
/**
 * What suggestions are judged by; without it, or without faults, a bundle makes none.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "SuggestionFile".
 */
export interface SuggestionFile {
  /**
   * JSON file that follows suggestion.schema.json.
   */
  calibration: string;
}
/**
 * By what readings and tokens are heard together; without it readings speak for themselves.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "FaultsFile".
 */
export interface FaultsFile {
  /**
   * JSON file that follows faults.schema.json.
   */
  calibration: string;
}
/**
 * The vector that a person's taste is learned in; without it a bundle learns no taste.
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "TasteGraph".
 */
export interface TasteGraph {
  /**
   * ONNX file.
   */
  file: string;
  /**
   * JSON file that follows taste-model.schema.json.
   */
  calibration: string;
  /**
   * Outputs of the encoder that the graph takes, by name.
   */
  inputs: ('stride8' | 'stride16' | 'stride32' | 'head' | 'headDeviation' | 'classes')[];
  /**
   * Name of the graph's output [1, length].
   */
  output: string;
}
