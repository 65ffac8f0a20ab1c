// @ts-check

/** @param {import('@calm-sdk/core').ExtensionContext} context */
export function activate(context) {
  context.reporters.register('calm-examples.contact-sheet', {
    async *report(results) {
      yield HEAD;
      let count = 0;
      for await (const { result, preview } of results) {
        count += 1;
        yield cell(result, preview);
      }
      yield `</main>\n<footer>${count} ${count === 1 ? 'picture' : 'pictures'}, assessed by CALM</footer>\n</html>\n`;
    },
  });
}

/**
 * @param {import('@calm-sdk/core').AssessmentResult} result
 * @param {Uint8Array | undefined} preview
 */
function cell(result, preview) {
  const name = escaped(result.source.path ?? result.source.name ?? '');
  const picture =
    preview === undefined
      ? '<div class="none">no picture</div>'
      : `<img alt="" src="data:image/jpeg;base64,${Buffer.from(preview).toString('base64')}">`;
  if (result.status === 'failed') {
    return `<figure><div class="none">failed</div><figcaption>${name}<p class="weak">${escaped(result.error.message)}</p></figcaption></figure>\n`;
  }
  const { score, findings, attributes } = result;
  const weakness = findings.find(({ kind }) => kind === 'weakness');
  const reading = attributes.find(({ id }) => id === weakness?.attribute);
  const told = reading?.status === 'measured' ? `: ${reading.text}` : '';
  const weak =
    weakness === undefined
      ? 'no weakness found'
      : `${weakness.attribute.replace(/^.*\./u, '').replaceAll('-', ' ')}${told}`;
  const points = score === undefined ? '–' : score.value.toFixed(1);
  return `<figure>${picture}<figcaption><b>${points}</b> ${name}<p class="weak">${escaped(weak)}</p></figcaption></figure>\n`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Contact sheet</title>
<style>
  body { margin: 2rem; font: 14px/1.4 system-ui, sans-serif; background: #f4f4f2; color: #222; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 1.5rem; }
  figure { margin: 0; }
  img, .none { width: 100%; aspect-ratio: 4 / 3; object-fit: contain; background: #ddd; }
  .none { display: grid; place-items: center; color: #666; }
  figcaption { margin-top: .4rem; overflow-wrap: anywhere; }
  b { display: inline-block; min-width: 2em; font-size: 1.2em; font-variant-numeric: tabular-nums; }
  .weak { margin: .1rem 0 0; color: #666; }
  footer { margin-top: 2rem; color: #666; }
  @media print { body { margin: 0; background: none; } figure { break-inside: avoid; } }
</style>
<main>
`;
