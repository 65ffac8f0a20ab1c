/** A page that shows a picture before and after each suggestion: one file that needs nothing else. */
/** A picture as JPEG, and what is said of it. */
export interface Shown {
  readonly jpeg: Uint8Array;
  readonly title: string;
  readonly lines: readonly string[];
}

/** @param language BCP 47 tag of what it says */
export function previewPage(
  { title, name, language }: { title: string; name: string; language: string },
  before: Shown,
  after: readonly Shown[],
): string {
  const figures = after.map((one) => `<section>\n${figure(before)}\n${figure(one)}\n</section>`);
  return `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; }
  section { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem; margin-block: 2rem; }
  figure { margin: 0; }
  img { display: block; width: 100%; max-height: 80vh; object-fit: contain; background: #8883; }
  figcaption { margin-top: .5rem; }
  strong { display: block; }
</style>
<h1>${escaped(name)}</h1>
${figures.length === 0 ? figure(before) : figures.join('\n')}
</html>
`;
}

function figure({ jpeg, title, lines }: Shown): string {
  const source = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  const words = lines.map((line) => `<span>${escaped(line)}</span>`).join('<br>');
  return `<figure><img src="${source}" alt="${escaped(title)}"><figcaption><strong>${escaped(title)}</strong>${words}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
