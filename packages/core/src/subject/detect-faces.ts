import type { Inference } from '../inference/inference.js';
import { floats } from '../inference/outputs.js';
import type { Picture } from '../picture/picture.js';
import type { FacesGraph } from '../protocol/generated/bundle.js';
import type { Face } from './subject.js';

/** Columns of the graph's table: x, y, width, height, confidence. */
const COLUMNS = 5;

/**
 * Finds faces (BlazeFace, Bazarevsky et al. 2019). The graph scales, pads and decodes; most probable first.
 *
 * @param model name under which the graph was loaded into `inference`
 */
export async function detectFaces(
  { small }: Picture,
  inference: Inference,
  model: string,
  graph: FacesGraph,
): Promise<Face[]> {
  const outputs = await inference.run(model, {
    [graph.input.name]: {
      type: 'uint8',
      dims: [1, small.height, small.width, 3],
      data: small.data,
    },
  });
  const table = floats('faces', outputs, graph.output.name);
  const faces: Face[] = [];
  for (let row = 0; row + COLUMNS <= table.length; row += COLUMNS) {
    const [x = 0, y = 0, width = 0, height = 0, confidence = 0] = table.subarray(
      row,
      row + COLUMNS,
    );
    if (confidence >= graph.minimumConfidence) faces.push({ x, y, width, height, confidence });
  }
  return faces;
}
