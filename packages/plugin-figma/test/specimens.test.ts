/** Faults seeded into realistic frames: found, and pinned to their layers; and how much is found in frames that have none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { LIBRARY } from './frames/components.js';
import { SPECIMENS } from './frames/index.js';
import { documentOf, type Fault } from './frames/specimen.js';
import type { NodeData } from './figma/document.js';
import { Stage } from './stage.js';

const hasChromium = isPresent('chromium');
const FAULTS = SPECIMENS.flatMap(({ frame, faults }) => faults.map((fault) => ({ frame, fault })));
let stage: Stage;

beforeAll(async () => {
  if (hasChromium) stage = await Stage.open();
}, 60_000);

afterAll(() => (hasChromium ? stage[Symbol.asyncDispose]() : undefined));

/** What the panel says of a frame, and the layers' names by their ids. */
async function judged(frame: NodeData) {
  await using play = await stage.start({ document: documentOf([frame], [LIBRARY]) });
  await play.critique(frame.name);
  const findings = await play.findings();
  const named = await play.page.evaluate(
    (ids) => ids.map((id) => window.double.layer(id).name),
    findings.flatMap(({ nodes }) => nodes),
  );
  let at = 0;
  return findings.map((finding) => ({
    ...finding,
    layers: finding.nodes.map(() => named[at++]!),
  }));
}

describe.skipIf(!hasChromium)('a dozen frames [needs chromium]', () => {
  it('that are good are told at most one thing each', { timeout: 120_000 }, async () => {
    const told: Record<string, string[]> = {};
    for (const { frame } of SPECIMENS) {
      told[frame.name] = (await judged(frame)).map(
        ({ rule, title, layers }) => `${rule} at ${layers[0]}: ${title}`,
      );
    }
    expect(Object.entries(told).filter(([, findings]) => findings.length > 1)).toEqual([]);
  });

  it(
    'have 95 of 100 seeded faults found, each pinned to its layer',
    { timeout: 300_000 },
    async () => {
      const missed: string[] = [];
      const elsewhere: string[] = [];
      for (const { frame, fault } of FAULTS) {
        const findings = await judged(fault.plant(frame));
        const found = findings.filter(({ rule }) => rule === fault.rule);
        const name = `${frame.name}: ${fault.name} (${fault.rule})`;
        if (found.length === 0)
          missed.push(`${name}; told: ${findings.map(({ rule }) => rule).join()}`);
        else if (!found.some(({ layers }) => isPinned(layers, fault))) {
          elsewhere.push(`${name}; at ${found.map(({ layers }) => layers.join()).join('; ')}`);
        }
      }
      expect(missed.length / FAULTS.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
      expect(elsewhere).toEqual([]);
    },
  );
});

function isPinned(layers: readonly string[], { layer }: Fault): boolean {
  return layers.includes(layer);
}
