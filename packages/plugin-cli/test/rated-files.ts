/** Pictures of four grey pixels in every format, and sidecars as programs write them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const GREY = {
  jpg: '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAACAAIDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAA//2Q==',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAMAAABFaP0WAAAAA1BMVEWAgICQdD0xAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVQImWNgAAEAAAYAAeaH/n8AAAAASUVORK5CYII=',
  webp: 'UklGRiQAAABXRUJQVlA4IBgAAABQAQCdASoCAAIAAsBMJaQABHQAAORAAAA=',
  tif: 'SUkqABQAAACAgICAgICAgICAgIAPAAABAwABAAAAAgAAAAEBAwABAAAAAgAAAAIBAwADAAAA3gAAAAMBAwABAAAAAQAAAAYBAwABAAAAAgAAABEBBAABAAAACAAAABIBAwABAAAAAQAAABUBAwABAAAAAwAAABYBAwABAAAAAAEAABcBBAABAAAADAAAABoBBQABAAAAzgAAABsBBQABAAAA1gAAABwBAwABAAAAAQAAACgBAwABAAAAAgAAAFMBAwADAAAA5AAAAAAAAAAzM8sAAAAIADMzywAAAAgACAAIAAgAAQABAAEA',
  avif: 'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAABoAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAibWRhdBIACgc4ADaQENBpMg0ZQmMEwAA0AASQQM1A',
} as const;

/** The bytes of a picture of that ending. HEIC is AVIF by another name, DNG and NEF a TIFF. */
export function grey(ending: keyof typeof GREY | 'heic' | 'dng' | 'nef'): Buffer {
  if (ending === 'dng' || ending === 'nef') return grey('tif');
  if (ending === 'heic')
    return Buffer.from(grey('avif').toString('latin1').replaceAll('avif', 'heic'), 'latin1');
  return Buffer.from(GREY[ending], 'base64');
}

/** A picture whose image is no other name's: its table of quantisation is drawn from the name. */
export function greyOf(name: string): Buffer {
  const bytes = grey('jpg');
  createHash('sha256').update(name).digest().copy(bytes, 7);
  return bytes;
}

/** Writes tags into a picture with ExifTool, such as `-XMP-xmp:Rating=3`. */
export async function tag(file: string, ...tags: readonly string[]): Promise<void> {
  const program = createRequire(import.meta.url)('exiftool-vendored.pl') as string;
  await promisify(execFile)('perl', [
    program,
    '-config',
    '',
    '-q',
    '-overwrite_original',
    ...tags,
    file,
  ]);
}

/** A picture with tags in it. */
export async function picture(
  file: string,
  ending: Parameters<typeof grey>[0],
  ...tags: readonly string[]
): Promise<void> {
  await writeFile(file, grey(ending));
  if (tags.length > 0) await tag(file, ...tags);
}

const NAMESPACES = {
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  xmpDM: 'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  stEvt: 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  crs: 'http://ns.adobe.com/camera-raw-settings/1.0/',
  digiKam: 'http://www.digikam.org/ns/1.0/',
  darktable: 'http://darktable.sf.net/',
  MicrosoftPhoto: 'http://ns.microsoft.com/photo/1.0/',
};

/** A packet of XMP: properties as attributes, as most programs write them, and further elements. */
export function xmp(properties: Readonly<Record<string, string | number>>, elements = ''): string {
  const spaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const attributes = Object.entries(properties).map(([name, value]) => `${name}="${value}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" ${[...spaces, ...attributes].join(' ')}>${elements}</rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
`;
}

/** As darktable writes `name.ext.xmp`. */
export function darktable(rating: number, ...colours: readonly number[]): string {
  const list = colours.map((colour) => `<rdf:li>${colour}</rdf:li>`).join('');
  return xmp(
    { 'xmp:Rating': rating, 'darktable:xmp_version': 5, 'darktable:auto_presets_applied': 1 },
    `<darktable:colorlabels><rdf:Seq>${list}</rdf:Seq></darktable:colorlabels>`,
  );
}

/** As digiKam writes `name.ext.xmp`. */
export function digiKam(stars: number, pick: number, colour: number): string {
  return xmp(
    { 'xmp:CreatorTool': 'digiKam-8.4.0' },
    `<xmp:Rating>${stars}</xmp:Rating><digiKam:PickLabel>${pick}</digiKam:PickLabel><digiKam:ColorLabel>${colour}</digiKam:ColorLabel>`,
  );
}

/** As Lightroom writes `name.xmp` beside a RAW file. */
export function lightroom(
  properties: Readonly<Record<string, string | number>>,
  ending = 'NEF',
): string {
  return xmp(
    {
      'xmp:CreatorTool': 'NIKON Z 6_2 Ver.01.00',
      'xmp:MetadataDate': '2024-05-06T09:08:07+02:00',
      'photoshop:SidecarForExtension': ending,
      'crs:Version': '16.2',
      ...properties,
    },
    `<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:softwareAgent="Adobe Photoshop Lightroom Classic 13.2 (Windows)"/></rdf:Seq></xmpMM:History>`,
  );
}

/** Everything that can be seen of a folder from outside: names, bytes and times of change. */
export function seenOf(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort().map((name) => {
    const file = path.join(folder, name);
    const { mtimeMs, size, ino } = statSync(file);
    const bytes = statSync(file).isFile() ? readFileSync(file) : '';
    return [name, size, mtimeMs, ino, createHash('sha256').update(bytes).digest('hex')].join(' ');
  });
}
