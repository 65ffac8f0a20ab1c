import type { LayoutFinding } from '@calm-sdk/core/layout';
import { asJson, asMarkdown } from '../report.js';
import type { Critique } from '../panel.js';
import { usePanel } from './use-panel.js';

export function Footer({
  critique,
  findings,
}: {
  readonly critique: Critique;
  readonly findings: readonly LayoutFinding[];
}) {
  const { panel, state } = usePanel();
  const { footer } = panel.words;
  const { id, name } = critique.frame;
  return (
    <footer>
      {state.ignored.length === 0 ? null : (
        <details class="ignored">
          <summary>{footer.ignored(state.ignored.length)}</summary>
          <ul>
            {state.ignored.map((each) => (
              <li key={`${each.rule} ${each.finding ?? ''}`}>
                <span>
                  {each.finding === undefined ? footer.ruleIgnored(each.title) : each.title}
                </span>
                <button type="button" onClick={() => void panel.unignore(each)}>
                  {footer.restore}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="actions">
        <button
          type="button"
          onClick={() => {
            copy(asMarkdown(critique, findings, panel.words));
            panel.tell(footer.copied);
          }}
        >
          {footer.copy}
        </button>
        <button
          type="button"
          onClick={() => {
            save(`${name}.json`, asJson(critique, findings));
          }}
        >
          {footer.export}
        </button>
        <button
          type="button"
          disabled={!state.writable || findings.length === 0}
          onClick={() => void panel.annotate(id)}
        >
          {footer.annotate}
        </button>
        <button type="button" disabled={!state.writable} onClick={() => void panel.unannotate()}>
          {footer.unannotate}
        </button>
      </div>
    </footer>
  );
}

/** Figma's frame may not use the clipboard's own interface. */
function copy(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'copied';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name.replace(/[/\\:*?"<>|]/gu, '-');
  link.click();
  URL.revokeObjectURL(link.href);
}
