/** A critique to take along: as Markdown for people, as JSON for programs. */
import type { LayoutFinding } from '@calm-sdk/core/layout';
import { fixInWords } from './fix-in-words.js';
import type { Words } from './language/index.js';
import { layerPath } from './layer-path.js';
import type { Critique } from './panel.js';

export function asMarkdown(
  { frame, layout, impression }: Critique,
  findings: readonly LayoutFinding[],
  words: Words,
): string {
  const must = findings.filter(({ level }) => level === 'must').length;
  const lines = [
    `# ${escaped(frame.name)} (${Math.round(frame.width)} × ${Math.round(frame.height)})`,
    '',
    words.summary.all(findings.length, must, findings.length - must),
    '',
    ...findings.flatMap(({ level, title, message, nodes, fix }, index) => [
      `${index + 1}. **${words.finding[level]}** ${escaped(title)} — ${escaped(layerPath(layout, nodes[0]!))}  `,
      `   ${escaped(message)}${fix === undefined ? '' : ` (${escaped(fixInWords(fix, words, layout))})`}`,
    ]),
  ];
  const score = impression.kind === 'told' ? impression.assessment.score : undefined;
  if (score !== undefined && !score.abstained) {
    const one = (value: number): string => words.decimal(value, 1);
    const { low, high } = score.interval;
    lines.push(
      '',
      `${words.impression.title}: ${words.impression.value(one(score.value), one(low), one(high))}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export function asJson(
  { frame, result, impression }: Critique,
  findings: readonly LayoutFinding[],
): string {
  const assessment = impression.kind === 'told' ? impression.assessment : undefined;
  return JSON.stringify({ frame, layout: { ...result, findings }, assessment }, undefined, 2);
}

/** Names of layers are no Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/gu, '\\$&');
}
