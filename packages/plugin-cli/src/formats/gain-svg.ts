/** A plot of how the gain of a personal score grew with what was said: one picture of its own, which loads nothing. */
import type { TasteReport } from '@calm-sdk/core';
import { KINDS, signedFigure } from '../text/taste.js';

type Drawn = TasteReport & Required<Pick<TasteReport, 'gain'>>;

const WIDTH = 640;
const PANEL = 300;
const PLOT = { left: 64, right: 24, top: 52, bottom: 48 };
/** Steps between the lines of the vertical axis, of which the first that gives few enough lines is taken. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const MOST_LINES = 7;
/** Numbers closer to the last one than this would run into it. */
const APART = 36;

/** Readable on white and on black: the viewer's preference decides, and grey does for those that have none. */
const STYLE = `text{font:13px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:15px}.grid{stroke:#8884}.zero{stroke:#888;stroke-dasharray:5 4}.gain{fill:none;stroke:#0a7ea4;stroke-width:2}.dot{fill:#0a7ea4}.likely{stroke:#0a7ea4;stroke-width:6;stroke-opacity:.35}.ground{fill:#fff}@media (prefers-color-scheme:dark){text{fill:#ddd}.gain,.likely{stroke:#4cc2e8}.dot{fill:#4cc2e8}.ground{fill:#161616}}`;

/** @returns nothing where no gain could be measured of any kind of picture */
export function gainSvg(profile: string, reports: readonly TasteReport[]): string | undefined {
  const drawn = reports.filter((report): report is Drawn => report.gain !== undefined);
  if (drawn.length === 0) return undefined;
  const height = PANEL * drawn.length;
  const title = escaped(`${profile}: gain over the general score`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title><style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    ...drawn.map(
      (report, index) =>
        `<g transform="translate(0 ${index * PANEL})">${panel(profile, report)}</g>`,
    ),
    '</svg>\n',
  ].join('\n');
}

function panel(profile: string, { kind, ratings, gain, curve }: Drawn): string {
  const points = [...curve, { opinions: ratings, gain: gain.gain }];
  const fewest = points[0]?.opinions ?? ratings;
  const values = [0, gain.low, gain.high, ...points.map((point) => point.gain)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = STEPS.find((each) => (most - least) / each <= MOST_LINES) ?? 1;
  const [bottom, top] = [Math.floor(least / step), Math.ceil(most / step)];
  const lines = Array.from({ length: top - bottom + 1 }, (_, index) => (bottom + index) * step);

  const [right, floor] = [WIDTH - PLOT.right, PANEL - PLOT.bottom];
  // Twice as many ratings are as far apart wherever one stands.
  const span = Math.log(ratings / fewest);
  const x = (opinions: number): number =>
    span > 0
      ? PLOT.left + 24 + (Math.log(opinions / fewest) / span) * (right - PLOT.left - 48)
      : (PLOT.left + right) / 2;
  const y = (value: number): number =>
    floor - ((value / step - bottom) / Math.max(1, top - bottom)) * (floor - PLOT.top);
  const at = (value: number): string => value.toFixed(1);

  const grid = lines.map((value) => {
    const zero = Math.abs(value) < step / 2;
    const place = at(y(value));
    return `<line class="${zero ? 'zero' : 'grid'}" x1="${PLOT.left}" x2="${right}" y1="${place}" y2="${place}"/><text x="${PLOT.left - 8}" y="${place}" dy=".35em" text-anchor="end">${zero ? '0' : signedFigure(value)}</text>`;
  });
  // The last number stands in any case.
  const ticks = points
    .filter(({ opinions }) => opinions === ratings || x(ratings) - x(opinions) >= APART)
    .map(
      ({ opinions }) =>
        `<text x="${at(x(opinions))}" y="${floor + 20}" text-anchor="middle">${opinions}</text>`,
    );
  const path = points.map((point) => `${at(x(point.opinions))},${at(y(point.gain))}`).join(' ');
  const dots = points.map(
    (point) =>
      `<circle class="dot" cx="${at(x(point.opinions))}" cy="${at(y(point.gain))}" r="4"><title>${signedFigure(point.gain)} with ${point.opinions}</title></circle>`,
  );
  const end = at(x(ratings));
  const level = Math.round(gain.level * 100);
  return [
    `<text class="title" x="${PLOT.left}" y="24">${escaped(profile)}: ${KINDS[kind]}</text>`,
    `<text x="${PLOT.left}" y="42">gain in rank correlation over the general score (dashed line)</text>`,
    ...grid,
    `<line class="likely" x1="${end}" x2="${end}" y1="${at(y(gain.low))}" y2="${at(y(gain.high))}"/>`,
    `<polyline class="gain" points="${path}"/>`,
    ...dots,
    ...ticks,
    `<text x="${(PLOT.left + right) / 2}" y="${PANEL - 10}" text-anchor="middle">ratings, flags and choices (the bar: ${level} % interval)</text>`,
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\t\n\r\x20-\u{10ffff}]|[\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}
