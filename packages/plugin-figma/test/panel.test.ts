/** The built plugin in Chromium: the panel in its sandboxed frame, the main thread against the double of Figma, the real engine over loopback HTTP. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { EngineProcess } from './engine-process.js';
import type { NodeData } from './figma/document.js';
import { box, screen, text } from './frames/build.js';
import { LIBRARY } from './frames/components.js';
import { dashboard } from './frames/dashboard.js';
import { signUp } from './frames/sign-up.js';
import { documentOf } from './frames/specimen.js';
import { Stage, type Played, type StartOptions } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hasChromium = isPresent('chromium');
let stage: Stage;
let engine: EngineProcess;
let token: string;

beforeAll(async () => {
  if (!hasChromium) return;
  [stage, engine] = await Promise.all([Stage.open(), EngineProcess.start()]);
  token = await engine.pair();
}, 120_000);

afterAll(async () => {
  if (!hasChromium) return;
  await stage[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
});

const GAP = signUp.faults.find(({ rule }) => rule === 'spacing')!;
const PALE = signUp.faults.find(({ layer }) => layer === 'Terms')!;
/** Two things to mend: the gap of the form, and the colour of the terms. */
const FAULTY = PALE.plant(GAP.plant(signUp.frame));

interface What {
  readonly frames?: readonly NodeData[];
  readonly theme?: 'light' | 'dark';
  readonly readOnly?: boolean;
  readonly settings?: unknown;
}

const start = ({ frames = [FAULTY], ...more }: What = {}, options: StartOptions = {}) =>
  stage.start({ document: documentOf(frames, [LIBRARY]), ...more }, options);

const startWithEngine = (what: What = {}, options: StartOptions = {}) =>
  start({ settings: { token }, ...what }, { port: engine.port, ...options });

const link = (play: Played) => play.panel.locator('.banner');
const button = (play: Played, name: string) =>
  play.panel.getByRole('button', { name, exact: true });
const finding = (play: Played, rule: string) => play.panel.locator(`.finding[data-rule="${rule}"]`);
const stateOf = (page: Page) => page.evaluate(() => window.double.state());
const rulesOf = async (play: Played) => (await play.findings()).map(({ rule }) => rule).sort();
/** What is on the picture, as a number that changes with it. */
const pictureOf = (play: Played) =>
  play.panel.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, value, at) => (sum + value * ((at % 997) + 1)) % 1_000_003, 0);
  });

describe.skipIf(!hasChromium)('before a critique [needs chromium]', () => {
  it('says what to select, and sends nothing', async () => {
    const logo: NodeData = { type: 'RECTANGLE', name: 'Logo', width: 90, height: 90 };
    const tiny = screen('Tiny', 40, 40, []);
    await using play = await start({ frames: [FAULTY, tiny, logo] });
    const requests: string[] = [];
    play.page.on('request', (request) => requests.push(request.url()));
    const critique = button(play, 'Critique');
    await expect.poll(() => play.panel.locator('.empty').textContent()).toContain('Select a frame');
    expect(await critique.isDisabled()).toBe(true);
    await play.select('Logo');
    await expect
      .poll(() => play.panel.locator('.empty').textContent())
      .toContain('lies in no frame');
    await play.select('Tiny');
    await expect.poll(() => play.panel.locator('.empty').textContent()).toContain('too small');
    await play.select('Terms');
    await expect.poll(() => play.panel.locator('.frames').textContent()).toContain('Sign up');
    expect(await critique.isEnabled()).toBe(true);
    expect(await link(play).count()).toBe(0);
    expect(requests).toEqual([]);
    expect(play.problems).toEqual([]);
  });

  it('can be stopped while it works, and nothing of it comes later', async () => {
    await using play = await start();
    await play.select('Sign up');
    await play.page.evaluate(() => {
      window.double.drawsAfter = new Promise((resolve) => {
        window.goOn = resolve;
      });
    });
    await button(play, 'Critique').click();
    await button(play, 'Cancel').click();
    await play.panel.locator('main[data-screen="start"]').waitFor();
    await play.page.evaluate(() => {
      window.goOn?.();
    });
    await play.critique('Sign up');
    expect(await play.findings()).toHaveLength(2);
    expect(play.problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('a critique without an engine [needs chromium]', () => {
  it('is whole, with one line on what is missing', async () => {
    await using play = await start();
    await play.critique('Sign up');
    expect(await rulesOf(play)).toEqual(['spacing', 'text-contrast']);
    await expect.poll(() => link(play).getAttribute('data-link')).toBe('absent');
    expect(await link(play).textContent()).toContain('calm serve');
    expect(await play.panel.locator('p.impression').textContent()).toContain('No engine, no score');
    expect(play.problems).toEqual([]);
  });

  it('finds an engine that is started meanwhile', async () => {
    const port = await freePort();
    await using play = await start({}, { port });
    await play.critique('Sign up');
    await expect.poll(() => link(play).getAttribute('data-link')).toBe('absent');
    await using late = await EngineProcess.start(port);
    await expect
      .poll(() => link(play).getAttribute('data-link'), { timeout: 20_000 })
      .toBe('unpaired');
    expect(late.port).toBe(port);
  });

  it('says so where there is nothing to say', async () => {
    await using play = await start({ frames: [signUp.frame, screen('Empty', 200, 200, [])] });
    await play.critique('Sign up');
    expect(await play.panel.locator('.nothing').textContent()).toMatch(/^\d+ layers were checked/u);
    await button(play, 'Back').click();
    await play.critique('Empty');
    expect(await play.panel.locator('.nothing').textContent()).toContain('no visible layers');
  });

  it('tells an error, and leads back', async () => {
    await using play = await start();
    await play.select('Sign up');
    await play.page.evaluate(() => {
      window.double.failsToDraw = true;
    });
    await button(play, 'Critique').click();
    await play.panel.getByRole('alert').waitFor();
    expect(await play.panel.getByRole('alert').textContent()).toContain('could not make a picture');
    await button(play, 'Back').click();
    await play.panel.locator('main[data-screen="start"]').waitFor();
  });

  it('is in German where the person reads German', async () => {
    await using german = await Stage.open({ language: 'de-DE' });
    await using play = await german.start({ document: documentOf([FAULTY], [LIBRARY]) });
    await play.critique('Sign up');
    const [first] = await play.findings();
    expect(first?.text).toContain('Muss');
    const told = await play.panel
      .locator('main :is(h2, button, p:not(.quiet), summary, option)')
      .allTextContents();
    expect(told.filter((each) => /\b(?:the|and|Re-check|Ignore)\b/u.test(each))).toEqual([]);
    expect(await play.panel.locator('html').getAttribute('lang')).toBe('de');
  });
});

describe.skipIf(!hasChromium)('findings [needs chromium]', () => {
  it('are filtered by level, and pinned to the picture', async () => {
    await using play = await start();
    await play.critique('Sign up');
    await play.panel.getByLabel('Level').selectOption('must');
    expect(await rulesOf(play)).toEqual(['text-contrast']);
    expect(await play.panel.locator('.pin').count()).toBe(1);
    await play.panel.getByLabel('Level').selectOption('all');
    const pin = play.panel.locator('.pin').first();
    await pin.hover();
    expect(await pin.getAttribute('class')).toContain('pointed');
    expect(await play.panel.locator('.finding').first().getAttribute('class')).toContain('pointed');
    await play.panel.locator('.finding').nth(1).hover();
    expect(await play.panel.locator('.pin').nth(1).getAttribute('class')).toContain('pointed');
  });

  it('lead to their layers', async () => {
    await using play = await start();
    await play.critique('Sign up');
    await finding(play, 'text-contrast').locator('button.layer').click();
    const shown = () =>
      play.page.evaluate(() => {
        const { double } = window;
        const names = (ids: readonly string[]) => ids.map((id) => double.layer(id).name);
        return {
          seen: names(double.shown.at(-1)?.nodes ?? []),
          selected: double.api.currentPage.selection.map(({ name }) => name),
        };
      });
    await expect.poll(shown).toEqual({ seen: ['Terms'], selected: ['Terms'] });
    // To select a layer of the frame is not to leave the critique.
    expect(await play.panel.locator('main').getAttribute('data-screen')).toBe('critique');
  });

  it('are looked at, made, and taken back by one undo', async () => {
    await using play = await start();
    await play.critique('Sign up');
    const before = await stateOf(play.page);
    for (const rule of ['spacing', 'text-contrast']) {
      const item = finding(play, rule);
      const plain = await pictureOf(play);
      const apply = item.getByRole('button', { name: 'Apply' });
      expect(await apply.isDisabled()).toBe(true);
      await item.getByRole('button', { name: 'Preview' }).click();
      await expect.poll(() => pictureOf(play)).not.toBe(plain);
      expect(await stateOf(play.page)).toBe(before);
      await apply.click();
      await item.waitFor({ state: 'detached' });
      expect(await play.panel.locator('.notice').textContent()).toContain('One undo takes it back');
      await play.page.evaluate(() => {
        window.double.undo();
      });
      expect(await stateOf(play.page)).toBe(before);
      await button(play, 'Re-check').click();
      await finding(play, rule).waitFor();
    }
  });

  it('keep the bindings of what they mend', async () => {
    await using play = await start();
    await play.critique('Sign up');
    const item = finding(play, 'text-contrast');
    await item.getByRole('button', { name: 'Preview' }).click();
    await item.getByRole('button', { name: 'Apply' }).click();
    await item.waitFor({ state: 'detached' });
    const variable = await play.page.evaluate(() => {
      const [paint] = window.double.named('Terms').runs[0]!.fills;
      return (paint as SolidPaint).boundVariables?.color?.id;
    });
    expect(variable).toMatch(/^gray-(?:500|600|700)$/u);
  });

  it('of an instance lead to its component', async () => {
    const small = dashboard.faults.find(({ rule }) => rule === 'touch-target')!;
    await using play = await start({ frames: [small.plant(dashboard.frame)] });
    await play.critique('Dashboard');
    await finding(play, 'touch-target')
      .first()
      .getByRole('button', { name: 'Go to component' })
      .click();
    await expect
      .poll(() => play.page.evaluate(() => window.double.shown.at(-1)?.nodes))
      .toEqual(['component:icon-button']);
  });

  it('are ignored one by one or by kind, in this file, and restored', async () => {
    await using play = await start();
    await play.critique('Sign up');
    const ignore = async (rule: string, what: string) => {
      await finding(play, rule).locator('summary').click();
      await finding(play, rule).getByRole('button', { name: what }).click();
    };
    await ignore('spacing', 'This finding');
    await finding(play, 'spacing').waitFor({ state: 'detached' });
    await ignore('text-contrast', 'All of this kind in this file');
    await expect
      .poll(() => play.panel.locator('.nothing').textContent())
      .toContain('ignored in this file (2)');
    await play.panel.locator('.ignored summary').click();
    await play.panel.locator('.ignored').getByRole('button', { name: 'Restore' }).first().click();
    await finding(play, 'spacing').waitFor();
    const kept = await play.page.evaluate(() => window.double.api.root.getPluginData('ignored'));
    expect(JSON.parse(kept)).toMatchObject([{ rule: 'text-contrast' }]);
  });

  it('are old when the frame has changed, and told apart when it is checked again', async () => {
    await using play = await start();
    await play.critique('Sign up');
    await play.page.evaluate(() => {
      const { double } = window;
      double.edit(double.named('Form').id, { itemSpacing: 16 });
      double.edit(double.named('Lead').id, {
        runs: double.named('Lead').runs.map((run) => ({ ...run, fontSize: 8 })),
      });
    });
    await play.panel.locator('.stale').waitFor();
    await finding(play, 'spacing').getByRole('button', { name: 'Preview' }).click();
    expect(await finding(play, 'spacing').getByRole('button', { name: 'Apply' }).isDisabled()).toBe(
      true,
    );
    await button(play, 'Re-check').click();
    await expect
      .poll(() => play.panel.locator('.since').textContent())
      .toMatch(/1 finding gone, [1-9]\d* new/u);
    expect(await finding(play, 'text-size').locator('.new').count()).toBe(1);
  });

  it('are not mended in a file that can only be viewed', async () => {
    await using play = await start({ readOnly: true });
    await play.critique('Sign up');
    await finding(play, 'spacing').getByRole('button', { name: 'Preview' }).click();
    await finding(play, 'spacing').getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(() => play.panel.locator('.notice').textContent())
      .toContain('view this file');
    expect(await play.page.evaluate(() => window.double.writes)).toEqual([]);
  });

  it('are drawn on the canvas only when asked, and can be removed', async () => {
    await using play = await start();
    const before = await stateOf(play.page);
    await play.critique('Sign up');
    expect(await stateOf(play.page)).toBe(before);
    await button(play, 'Annotate').click();
    await expect
      .poll(() => play.panel.locator('.notice').textContent())
      .toContain('2 findings marked');
    await button(play, 'Remove annotations').click();
    await expect.poll(() => play.panel.locator('.notice').textContent()).toContain('removed');
    expect(await stateOf(play.page)).toBe(before);
  });

  it('are taken along as Markdown and as JSON', async () => {
    await using play = await start();
    await play.critique('Sign up');
    await button(play, 'Copy').click();
    await play.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<textarea id="pasted"></textarea>');
      document.getElementById('pasted')!.focus();
    });
    await play.page.keyboard.press('Control+V');
    const pasted = await play.page.locator('#pasted').inputValue();
    expect(pasted).toMatch(/^# Sign up \(1440 × 1024\)\n/u);
    expect(pasted).toMatch(/1\. \*\*Must\*\* .* — .*Terms/u);
    const [download] = await Promise.all([
      play.page.waitForEvent('download'),
      button(play, 'Export').click(),
    ]);
    const told = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      layout: { findings: unknown[] };
    };
    expect(download.suggestedFilename()).toBe('Sign up.json');
    expect(told.layout.findings).toHaveLength(2);
  });

  it('are seen in every view', async () => {
    await using play = await startWithEngine();
    await play.critique('Sign up');
    await play.panel.locator('[data-score]').waitFor();
    const seen = new Set<number>([await pictureOf(play)]);
    for (const view of ['grid', 'contrast', 'protan', 'deutan', 'tritan', 'heat']) {
      await play.panel.getByLabel('View').selectOption(view);
      await expect.poll(async () => seen.has(await pictureOf(play))).toBe(false);
      seen.add(await pictureOf(play));
      expect(await play.panel.locator('.pin').count()).toBe(0);
    }
  });
});

describe.skipIf(!hasChromium)('the engine [needs chromium]', () => {
  it('is paired by a code, once for all', async () => {
    await using play = await start({}, { port: engine.port });
    await play.critique('Sign up');
    await expect.poll(() => link(play).getAttribute('data-link')).toBe('unpaired');
    const code = await engine.pairingCode();
    await play.panel.getByLabel('Code').fill(code === '000000' ? '111111' : '000000');
    await button(play, 'Pair').click();
    await expect.poll(() => play.panel.locator('.notice').textContent()).toContain('not right');
    await play.panel.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await button(play, 'Pair').click();
    await play.panel.locator('[data-score]').waitFor();
    const settings = await play.page.evaluate(() => window.double.stored.get('settings'));
    expect(settings).toEqual({ token: expect.stringMatching(/.{20,}/u) as unknown });
    await using again = await start({ settings }, { port: engine.port });
    await again.critique('Sign up');
    await again.panel.locator('[data-score]').waitFor();
  });

  it('adds the impression, with what it means', async () => {
    await using play = await startWithEngine({ frames: [dashboard.frame] });
    await play.critique('Dashboard');
    const impression = play.panel.locator('details[data-score]');
    await impression.locator('> summary').click();
    const told = await impression.textContent();
    expect(told).toMatch(/Impression \d\.\d of 10, likely \d\.\d to \d\.\d/u);
    expect(told).toMatch(/better than \d+ % of 100 web pages/u);
    await impression.getByRole('button', { name: 'I like it', exact: true }).click();
    await expect
      .poll(() =>
        impression
          .getByRole('button', { name: 'I like it', exact: true })
          .getAttribute('aria-pressed'),
      )
      .toBe('true');
  });

  it('that dies leaves the critique as it is', async () => {
    await using mortal = await EngineProcess.start();
    const settings = { token: await mortal.pair() };
    await using play = await start({ settings }, { port: mortal.port });
    await play.critique('Sign up');
    await play.panel.locator('[data-score]').waitFor();
    await mortal.kill();
    await button(play, 'Re-check').click();
    await expect
      .poll(() => link(play).getAttribute('data-link'), { timeout: 20_000 })
      .toBe('absent');
    expect(await rulesOf(play)).toEqual(['spacing', 'text-contrast']);
    expect(play.problems).toEqual([]);
  });

  it.each([
    ['2.0', 'Update the plugin'],
    ['0.9', 'Update it: npm install'],
  ])('of protocol %s is told which of the two is old', async (version, said) => {
    const server = createServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      response.setHeader('content-type', 'application/json');
      const result = { protocol: { version, versions: [version] } };
      response.end(
        request.method === 'OPTIONS' ? '' : JSON.stringify({ jsonrpc: '2.0', id: 1, result }),
      );
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    await using play = await start({}, { port: (server.address() as AddressInfo).port });
    await play.critique('Sign up');
    await expect.poll(() => link(play).textContent()).toContain(said);
    server.close();
  });

  it('judges photographs in fills, and crops them where that helps', async () => {
    const photo = readFileSync(new URL('../../../examples/photos/dandelion.jpg', import.meta.url));
    const frame = screen('Poster', 800, 800, [
      box('Photo', 640, 360, { image: 'photo' }, { x: 80, y: 80 }),
      text('Title', 'Dandelion', { x: 80, y: 480, fontSize: 32, lineHeight: 40 }),
    ]);
    const document = {
      ...documentOf([frame]),
      images: { photo: `data:image/jpeg;base64,${photo.toString('base64')}` },
    };
    await using play = await stage.start({ document, settings: { token } }, { port: engine.port });
    await play.critique('Poster');
    const photos = play.panel.locator('details', { hasText: 'Photographs in this frame' });
    await photos.locator('> summary').click();
    expect(await photos.textContent()).toMatch(/Photo \d\.\d of 10/u);
  });
});

describe.skipIf(!hasChromium)('on a page of the public web [needs chromium]', () => {
  it('the browser guards the engine: the panel says so, and what to allow', async () => {
    await using web = await Stage.open({ isPublic: true });
    const what = { document: documentOf([FAULTY], [LIBRARY]), settings: { token } };
    await using blocked = await web.start(what, { port: engine.port });
    await blocked.critique('Sign up');
    await expect.poll(() => link(blocked).getAttribute('data-link')).toBe('blocked');
    expect(await link(blocked).textContent()).toContain('Apps on device');
    expect(await rulesOf(blocked)).toEqual(['spacing', 'text-contrast']);
    await using granted = await web.start(what, {
      port: engine.port,
      permissions: ['local-network-access'],
    });
    await granted.critique('Sign up');
    await granted.panel.locator('[data-score]').waitFor();
  });
});

describe.skipIf(!hasChromium)('several frames [needs chromium]', () => {
  const other = { ...GAP.plant(signUp.frame), name: 'Sign up B' };

  it('are compared, with reasons', async () => {
    await using play = await startWithEngine({ frames: [{ ...FAULTY, name: 'Sign up A' }, other] });
    await play.select('Sign up A', 'Sign up B');
    await button(play, 'Compare 2 frames').click();
    await play.panel.locator('main[data-screen="compare"]').waitFor();
    expect(await play.panel.locator('.verdict').first().textContent()).toContain(
      'Sign up B has the fewest',
    );
    await expect
      .poll(() => play.panel.locator('main').textContent())
      .toMatch(/People would rather like Sign up [AB] \(\d+ %\)/u);
    await button(play, 'Sign up A').click();
    expect(await rulesOf(play)).toEqual(['spacing', 'text-contrast']);
  });

  it('of a page are judged one by one, those with most to mend first', async () => {
    await using play = await start({ frames: [signUp.frame, { ...FAULTY, name: 'Faulty' }] });
    await button(play, 'Critique the whole page').click();
    await play.panel.locator('main[data-screen="page"]').waitFor();
    const frames = await play.panel.locator('.frames li').allTextContents();
    expect(frames.map((line) => line.replace(/\s+/gu, ' '))).toEqual([
      expect.stringMatching(/^Faulty.*1 must · 1 could/u),
      expect.stringMatching(/^Sign up.*0 must · 0 could/u),
    ]);
    await button(play, 'Faulty').click();
    await finding(play, 'spacing').waitFor();
  });
});

describe.skipIf(!hasChromium)('for everyone [needs chromium]', () => {
  it.each(['light', 'dark'] as const)(
    'nothing keeps anybody from using it, in %s',
    async (theme) => {
      await using play = await startWithEngine({ theme });
      const check = async (what: string) => {
        const frame = play.page.frames()[1]!;
        await frame.evaluate(AXE);
        const problems = await frame.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const { violations } = await axe.run();
          return violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          );
        });
        expect(problems, what).toEqual([]);
      };
      await check('start');
      await play.critique('Sign up');
      await play.panel.locator('[data-score]').waitFor();
      await play.panel.locator('details[data-score] > summary').click();
      await finding(play, 'text-contrast').getByRole('button', { name: 'Preview' }).click();
      await check('critique');
      await button(play, 'Back').click();
      await button(play, 'Critique the whole page').click();
      await play.panel.locator('main[data-screen="page"]').waitFor();
      await check('page');
    },
  );

  it('can be used by the keyboard alone', async () => {
    await using play = await start();
    await play.select('Sign up');
    await button(play, 'Critique').focus();
    await play.page.keyboard.press('Enter');
    await play.panel.locator('main[data-screen="critique"]').waitFor();
    const focused = () =>
      play.page.frames()[1]!.evaluate(() => document.activeElement?.textContent ?? '');
    const reached: string[] = [];
    for (let step = 0; step < 40 && !reached.includes('Preview'); step++) {
      await play.page.keyboard.press('Tab');
      reached.push(await focused());
    }
    await play.page.keyboard.press('Enter');
    await play.page.keyboard.press('Tab');
    expect(await focused()).toBe('Apply');
    await play.page.keyboard.press('Enter');
    await expect.poll(() => play.findings()).toHaveLength(1);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
