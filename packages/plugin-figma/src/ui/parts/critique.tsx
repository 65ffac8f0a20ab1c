import type { LayoutFinding } from '@calm-sdk/core/layout';
import type { Critique, Level } from '../panel.js';
import { Finding } from './finding';
import { Footer } from './footer';
import { Impression } from './impression';
import { Picture } from './picture';
import { usePanel } from './use-panel.js';

export function CritiqueScreen({ id }: { readonly id: string }) {
  const { panel, state } = usePanel();
  const critique = state.critiques.get(id);
  if (critique === undefined) return null;
  const { words } = panel;
  const { frame, since, stale } = critique;
  const findings = panel.findingsOf(critique);
  const must = findings.filter(({ level }) => level === 'must').length;
  return (
    <>
      <header>
        <button
          type="button"
          class="icon"
          aria-label={words.back}
          onClick={() => {
            panel.back();
          }}
        >
          ‹
        </button>
        <h1 title={frame.name}>{frame.name}</h1>
        <span class="quiet">
          {Math.round(frame.width)} × {Math.round(frame.height)}
        </span>
        <button type="button" class={stale ? 'primary' : ''} onClick={() => void panel.recheck(id)}>
          {words.recheck}
        </button>
      </header>
      {stale ? (
        <p class="stale" role="status">
          {words.stale}
        </p>
      ) : null}
      <div class="summary">
        <p role="status">{words.summary.all(findings.length, must, findings.length - must)}</p>
        <LevelFilter />
      </div>
      {since === undefined ? null : (
        <p class="quiet since">{words.summary.since(since.gone.length, since.added.size)}</p>
      )}
      <Picture critique={critique} findings={findings} />
      <Findings critique={critique} findings={findings} />
      <Impression critique={critique} />
      <Footer critique={critique} findings={findings} />
    </>
  );
}

function LevelFilter() {
  const { panel, state } = usePanel();
  const { level } = panel.words;
  return (
    <select
      aria-label={level.label}
      value={state.level}
      onChange={(event) => {
        panel.setLevel(event.currentTarget.value as Level);
      }}
    >
      {(['all', 'must', 'could'] as const).map((each) => (
        <option key={each} value={each}>
          {level[each]}
        </option>
      ))}
    </select>
  );
}

function Findings({
  critique,
  findings,
}: {
  readonly critique: Critique;
  readonly findings: readonly LayoutFinding[];
}) {
  const { panel, state } = usePanel();
  const { summary } = panel.words;
  const shown = findings.flatMap((finding, index) =>
    state.level === 'all' || finding.level === state.level ? [{ finding, number: index + 1 }] : [],
  );
  if (shown.length > 0) {
    return (
      <ol class="findings">
        {shown.map(({ finding, number }) => (
          <Finding key={finding.id} critique={critique} finding={finding} number={number} />
        ))}
      </ol>
    );
  }
  const { result } = critique;
  const why =
    findings.length > 0
      ? summary.noneOfLevel
      : result.findings.length > 0
        ? summary.allIgnored(result.findings.length)
        : result.nodes === 0
          ? summary.nothingChecked
          : summary.nothing(result.nodes);
  return <p class="nothing">{why}</p>;
}
