/** Photographs for the tests: cut from the sample photographs, each another one. */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const SAMPLES = path.join(import.meta.dirname, '../../../examples/photos');

/** What the simulator knows of a photograph: see its README. */
export interface Shot {
  readonly path: string;
  readonly [key: string]: unknown;
}

/** Writes so many JPEG files of `width` pixels into a folder; none is like another. */
export async function shoot(folder: string, count: number, width = 1200): Promise<Shot[]> {
  await mkdir(folder, { recursive: true });
  const samples = (await readdir(SAMPLES)).filter((name) => name.endsWith('.jpg')).sort();
  const shots: Shot[] = [];
  for (let index = 0; index < count; index++) {
    const sample = path.join(SAMPLES, samples[index % samples.length]!);
    const { width: full = 0, height = 0 } = await sharp(sample).metadata();
    const share = 0.7 + 0.3 * ((index * 0.37) % 1);
    const file = path.join(folder, `IMG_${String(index).padStart(5, '0')}.jpg`);
    const info = await sharp(sample)
      .extract({
        left: Math.floor((1 - share) * full * ((index * 0.61) % 1)),
        top: Math.floor((1 - share) * height * ((index * 0.83) % 1)),
        width: Math.floor(share * full),
        height: Math.floor(share * height),
      })
      .resize({ width })
      .modulate({ brightness: 0.8 + 0.4 * ((index * 0.29) % 1) })
      .jpeg({ quality: 85 })
      .toFile(file);
    const long = Math.max(info.width, info.height);
    const scale = 6000 / long;
    shots.push({
      path: file,
      fileFormat: 'RAW',
      rating: index % 6 === 0 ? undefined : index % 6,
      pickStatus: [0, 1, 0, -1, 0][index % 5],
      croppedDimensions: {
        width: Math.round(info.width * scale),
        height: Math.round(info.height * scale),
      },
      shutterSpeed: 0.004,
      aperture: 4,
      isoSpeedRating: 200,
      develop: { Exposure2012: 0.25, Contrast2012: index },
    });
  }
  return shots;
}
