/**
 * The panel as the guide shows it, in both themes. Where it looks otherwise now, look at it, and where it is right:
 *
 *   UPDATE_PICTURES=1 npx vitest run --project figma test/pictures.test.ts
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPresent } from '../../../scripts/needs.mjs';
import { LIBRARY } from './frames/components.js';
import { dashboard } from './frames/dashboard.js';
import { mobileSettings } from './frames/mobile-settings.js';
import { signUp } from './frames/sign-up.js';
import { documentOf, type Specimen } from './frames/specimen.js';
import { Stage, type Played } from './stage.js';

const FOLDER = path.resolve(import.meta.dirname, '../../../docs/images/figma');
const hasChromium = isPresent('chromium');
let stage: Stage;

beforeAll(async () => {
  if (hasChromium) stage = await Stage.open();
}, 60_000);

afterAll(() => (hasChromium ? stage[Symbol.asyncDispose]() : undefined));

const faulty = ({ frame, faults }: Specimen) =>
  faults.reduce((now, { plant }) => plant(now), frame);

async function expectPicture(play: Played, name: string): Promise<void> {
  await play.fit();
  const png = await play.page.screenshot({ animations: 'disabled', caret: 'hide' });
  const file = path.join(FOLDER, `${name}.png`);
  if (process.env['UPDATE_PICTURES'] === '1') {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, await sharp(png).png({ palette: true, colours: 128 }).toBuffer());
  }
  // Fonts and their edges differ from machine to machine: as large, and of the same look from afar.
  const [now, then] = await Promise.all(
    [png, await readFile(file)].map(async (picture) => {
      const { data, info } = await sharp(picture)
        .removeAlpha()
        .resize(40, 80, { fit: 'fill', kernel: 'mitchell' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { data, height: (await sharp(picture).metadata()).height, info };
    }),
  );
  const difference =
    now!.data.reduce((sum, sample, at) => sum + Math.abs(sample - then!.data[at]!), 0) /
    now!.data.length;
  expect(Math.abs(now!.height - then!.height) / then!.height).toBeLessThan(0.06);
  expect(difference).toBeLessThan(8);
}

describe.skipIf(!hasChromium)('the panel looks as in the guide [needs chromium]', () => {
  it.each([
    ['critique', 'light', dashboard],
    ['critique-dark', 'dark', mobileSettings],
  ] as const)('%s', async (name, theme, specimen) => {
    await using play = await stage.start({
      document: documentOf([faulty(specimen)], [LIBRARY]),
      theme,
    });
    await play.critique(specimen.frame.name);
    await play.panel.locator('.banner[data-link="absent"]').waitFor();
    await play.panel.locator('.finding').first().hover();
    await expectPicture(play, name);
  });

  it('preview', async () => {
    await using play = await stage.start({ document: documentOf([faulty(signUp)], [LIBRARY]) });
    await play.critique('Sign up');
    await play.panel.locator('.banner[data-link="absent"]').waitFor();
    await play.panel.getByRole('button', { name: 'Preview' }).first().click();
    await expectPicture(play, 'preview');
  });

  it('page', async () => {
    const frames = [faulty(dashboard), signUp.frame, faulty(mobileSettings)];
    await using play = await stage.start({ document: documentOf(frames, [LIBRARY]) });
    await play.panel.getByRole('button', { name: 'Critique the whole page' }).click();
    await play.panel.locator('main[data-screen="page"]').waitFor();
    await expectPicture(play, 'page');
  });

  it('contrast', async () => {
    await using play = await stage.start({ document: documentOf([faulty(dashboard)], [LIBRARY]) });
    await play.critique('Dashboard');
    await play.panel.locator('.banner[data-link="absent"]').waitFor();
    await play.panel.getByLabel('View').selectOption('contrast');
    await expectPicture(play, 'contrast');
  });
});
