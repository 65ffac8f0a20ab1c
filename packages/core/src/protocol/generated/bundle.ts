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
  /**
   * Name of the input: uint8 sRGB samples [1, height, width, 3].
   */
  input: string;
}
/**
 * The face detector (BlazeFace).
 *
 * This interface was referenced by `BundleManifest`'s JSON-Schema
 * via the `definition` "FacesGraph".
 */
export interface FacesGraph {
  /**
   * ONNX file.
   */
  file: string;
  /**
   * Name of the input.
   */
  input: string;
  /**
   * Side of the square input in pixels.
   */
  size: number;
}
/**
 * From features to scores.
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
   * JSON file with reference sets, intervals, confidence and contributions.
   */
  calibration: string;
}
