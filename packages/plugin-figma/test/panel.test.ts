/** The built plugin in Chromium: the panel in its sandboxed frame, the main thread against the double of Figma, the real engine over loopback HTTP. */
import AxeBuilder from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { EngineProcess } from './engine-process.js';
import type { NodeData } from './figma/document.js';
import { screen } from './frames/build.js';
import { LIBRARY } from './frames/components.js';
import { signUp } from './frames/sign-up.js';
import { documentOf } from './frames/specimen.js';
import { Stage, type Played } from './stage.js';

const hasChromium = isPresent('chromium');
let stage: Stage;
let engine: EngineProcess;

beforeAll(async () => {
  if (!hasChromium) return;
  [stage, engine] = await Promise.all([Stage.open(), EngineProcess.start()]);
}, 120_000);

afterAll(async () => {
  if (!hasChromium) return;
  await stage[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

void AxeBuilder;
void screen;
void signUp;
const planted = (...names: readonly string[]): NodeData =>
  signUp.faults
    .filter(({ name }) => names.includes(name))
    .reduce((frame, fault) => fault.plant(frame), signUp.frame);

const link = (play: Played) => play.panel.locator('.banner');

describe.skipIf(!hasChromium)('without an engine [needs chromium]', () => {
  it('judges layers all the same, and says in one line how to start one', async () => {
    await using play = await stage.start({
      document: documentOf([planted('a gap beside the rhythm')]),
    });
    await play.critique('Sign up');
    await expect.poll(() => link(play).textContent()).toContain('calm serve');
    expect(play.problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('with the engine [needs chromium]', () => {
  it('is paired by the code, and shows the impression below', async () => {
    await using play = await stage.start(
      { document: documentOf([signUp.frame], [LIBRARY]) },
      { port: engine.port },
    );
    await play.critique('Sign up');
    await expect.poll(() => link(play).getAttribute('data-link')).toBe('unpaired');
    await play.panel.getByLabel('Code').fill(await engine.pairingCode());
    await play.panel.getByRole('button', { name: 'Pair' }).click();
    await expect.poll(() => link(play).getAttribute('data-link')).toBe('connected');
    await play.panel.locator('details.impression[data-score]').waitFor();
    await play.page.screenshot({ path: '/tmp/figma3.png' });
    expect(play.problems).toEqual([]);
  });
});
