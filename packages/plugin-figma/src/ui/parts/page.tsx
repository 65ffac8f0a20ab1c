import type { LayoutFinding } from '@calm-sdk/core/layout';
import { usePanel } from './use-panel.js';

/** All frames of a page, those with most to mend first. */
export function PageScreen({
  ids,
  across,
}: {
  readonly ids: readonly string[];
  readonly across: readonly LayoutFinding[];
}) {
  const { panel, state } = usePanel();
  const { page, back } = panel.words;
  const frames = ids.flatMap((id) => {
    const critique = state.critiques.get(id);
    if (critique === undefined) return [];
    const findings = panel.findingsOf(critique);
    const must = findings.filter(({ level }) => level === 'must').length;
    return [{ id, name: critique.frame.name, must, could: findings.length - must }];
  });
  frames.sort((a, b) => b.must - a.must || b.could - a.could);
  const told = across.filter((finding) => !panel.isIgnored(finding));
  return (
    <>
      <header>
        <button
          type="button"
          class="icon"
          aria-label={back}
          onClick={() => {
            panel.back();
          }}
        >
          ‹
        </button>
        <h1>{page.title(frames.length)}</h1>
      </header>
      {frames.length === 0 ? <p class="empty">{page.empty}</p> : null}
      <ul class="frames">
        {frames.map(({ id, name, must, could }) => (
          <li key={id}>
            <button
              type="button"
              class="layer"
              onClick={() => {
                panel.openCritique(id);
              }}
            >
              {name}
            </button>
            <span class="quiet">{page.counts(must, could)}</span>
          </li>
        ))}
      </ul>
      {told.length === 0 ? null : (
        <>
          <h2>{page.across}</h2>
          <ul class="findings">
            {told.map(({ id, level, title, message, nodes, rule }) => (
              <li key={id} class={`finding ${level}`} data-rule={rule} data-nodes={nodes.join(' ')}>
                <h2>{title}</h2>
                <p>{message}</p>
                <button type="button" class="layer" onClick={() => void panel.show(nodes)}>
                  {panel.words.finding.layers(nodes.length)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
