/**
 * Makes the bundle: that of the box, whose encoder keeps its weights in 16 bits. Each becomes an initializer of half precision and a Cast beside it,
 * which ONNX Runtime carries out once, when it opens the graph; from there on it computes in 32 bits as before.
 *
 *   node examples/extensions/half-precision/build.mjs  [FOLDER, in place of bundle beside it]
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FROM = new URL('../../../packages/model-nano/', import.meta.url);
const TO =
  process.argv[2] === undefined
    ? new URL('./bundle/', import.meta.url)
    : pathToFileURL(`${process.argv[2]}/`);

/** Weights below this many bytes are left as they are. */
const WORTH_IT = 1024;

// The fields that are used of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5 };
const TENSOR = { dataType: 2, name: 8, rawData: 9 };
const NODE = { input: 1, output: 2, operation: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, integer: 3, type: 20 };
const FLOAT = 1;
const FLOAT16 = 10;
const INTEGER = 2;

mkdirSync(TO, { recursive: true });
const manifest = JSON.parse(readFileSync(new URL('bundle.json', FROM), 'utf8'));
for (const name of Object.keys(manifest.files)) {
  if (name !== manifest.encoder.file) copyFileSync(new URL(name, FROM), new URL(name, TO));
}
const encoder = halved(readFileSync(new URL(manifest.encoder.file, FROM)));
writeFileSync(new URL(manifest.encoder.file, TO), encoder);
manifest.id = 'calm-nano-half';
manifest.files[manifest.encoder.file] = {
  sha256: createHash('sha256').update(encoder).digest('hex'),
  bytes: encoder.length,
};
writeFileSync(new URL('bundle.json', TO), `${JSON.stringify(manifest, undefined, 2)}\n`);
copyFileSync(new URL('LICENSE-Apache-2.0.txt', FROM), new URL('LICENSE-Apache-2.0.txt', TO));
console.log(`encoder.onnx: ${(encoder.length / 1e6).toFixed(1)} MB`);

function halved(model) {
  return message(
    fields(model).map((field) =>
      field.number === MODEL.graph ? { ...field, value: halvedGraph(field.value) } : field,
    ),
  );
}

function halvedGraph(graph) {
  const casts = [];
  const rest = fields(graph).map((field) => {
    if (field.number !== GRAPH.initializer) return field;
    const tensor = fields(field.value);
    const of = (number) => tensor.find((each) => each.number === number)?.value;
    const raw = of(TENSOR.rawData);
    if (of(TENSOR.dataType) !== BigInt(FLOAT) || raw === undefined || raw.length < WORTH_IT) {
      return field;
    }
    const name = Buffer.from(of(TENSOR.name)).toString();
    casts.push({ number: GRAPH.node, value: castToFloat(`${name}/half`, name) });
    const half = tensor.map((each) => {
      switch (each.number) {
        case TENSOR.dataType:
          return { ...each, value: BigInt(FLOAT16) };
        case TENSOR.name:
          return { ...each, value: Buffer.from(`${name}/half`) };
        case TENSOR.rawData:
          return { ...each, value: halves(raw) };
        default:
          return each;
      }
    });
    return { ...field, value: message(half) };
  });
  // A node comes after those whose outputs it reads.
  return message([...casts, ...rest]);
}

function castToFloat(input, output) {
  return message([
    { number: NODE.input, value: Buffer.from(input) },
    { number: NODE.output, value: Buffer.from(output) },
    { number: NODE.operation, value: Buffer.from('Cast') },
    {
      number: NODE.attribute,
      value: message([
        { number: ATTRIBUTE.name, value: Buffer.from('to') },
        { number: ATTRIBUTE.integer, value: BigInt(FLOAT) },
        { number: ATTRIBUTE.type, value: BigInt(INTEGER) },
      ]),
    },
  ]);
}

/** IEEE 754 binary32 to binary16, to the nearest, ties to even. */
function halves(raw) {
  const result = Buffer.alloc(raw.length / 2);
  for (let at = 0; at < raw.length; at += 4) {
    const value = raw.readFloatLE(at);
    const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
    const size = Math.abs(value);
    if (!(size < 65520)) throw new Error(`${value} is too large for half precision`);
    const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-30)));
    const step = 2 ** (exponent - 10);
    // Rounding up into the next exponent carries into its bits, as it should.
    const steps = toEven(size / step);
    result.writeUInt16LE(sign | (((exponent + 14) << 10) + steps), at / 2);
  }
  return result;
}

function toEven(value) {
  const below = Math.floor(value);
  const over = value - below;
  return over > 0.5 || (over === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** The fields of a message: numbers as bigint, everything else as bytes. */
function fields(bytes) {
  const found = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const [number, wire] = [key >> 3, key & 7];
    if (wire === 0) {
      found.push({ number, value: varint() });
    } else {
      const length = wire === 2 ? Number(varint()) : wire === 1 ? 8 : 4;
      found.push({ number, wire, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return found;
}

function message(all) {
  return Buffer.concat(
    all.flatMap(({ number, wire = 2, value }) => {
      if (typeof value === 'bigint') return [varintOf(BigInt(number << 3)), varintOf(value)];
      const key = varintOf(BigInt((number << 3) | wire));
      return wire === 2 ? [key, varintOf(BigInt(value.length)), value] : [key, value];
    }),
  );
}

function varintOf(value) {
  const bytes = [];
  let left = value;
  while (left >= 0x80n) {
    bytes.push(Number(left & 0x7fn) | 0x80);
    left >>= 7n;
  }
  return Buffer.from([...bytes, Number(left)]);
}
