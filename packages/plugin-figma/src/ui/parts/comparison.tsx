import type { Comparison as Compared, Critique } from '../panel.js';
import { usePanel } from './use-panel.js';

/** Variants side by side: which has less to mend, which is liked better, and why. */
export function Comparison({
  ids,
  comparison,
}: {
  readonly ids: readonly string[];
  readonly comparison?: Compared;
}) {
  const { panel, state } = usePanel();
  const { compare, back, page } = panel.words;
  const rows = ids.flatMap((id) => {
    const critique = state.critiques.get(id);
    if (critique === undefined) return [];
    const findings = panel.findingsOf(critique);
    const must = findings.filter(({ level }) => level === 'must').length;
    return [{ id, critique, findings, must, could: findings.length - must }];
  });
  const byFindings = [...rows].sort((a, b) => a.must - b.must || a.could - b.could);
  const [best, next] = byFindings;
  const isBetter =
    best !== undefined && next !== undefined && (best.must < next.must || best.could < next.could);
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
        <h1>{compare.title(rows.length)}</h1>
      </header>
      <ul class="frames">
        {rows.map(({ id, critique, must, could }) => (
          <li key={id}>
            <button
              type="button"
              class="layer"
              onClick={() => {
                panel.openCritique(id);
              }}
            >
              {critique.frame.name}
            </button>
            <span class="quiet">{page.counts(must, could)}</span>
            <Value critique={critique} />
          </li>
        ))}
      </ul>
      <p class="verdict">{isBetter ? compare.fewest(best.critique.frame.name) : compare.alike}</p>
      {isBetter ? (
        <ul class="reasons">
          {differences(best.findings, next.findings).map(({ title, a, b }) => (
            <li key={title}>{compare.fewer(title, a, b)}</li>
          ))}
        </ul>
      ) : null}
      {comparison === undefined ? (
        state.link.kind === 'connected' ? (
          <p class="quiet" role="status">
            {compare.asking}
          </p>
        ) : null
      ) : (
        <Liked names={rows.map(({ critique }) => critique.frame.name)} comparison={comparison} />
      )}
    </>
  );
}

function Value({ critique: { impression } }: { readonly critique: Critique }) {
  const { panel } = usePanel();
  const score = impression.kind === 'told' ? impression.assessment.score : undefined;
  if (score === undefined || score.abstained) return null;
  return <span>{panel.words.impression.photo(panel.words.decimal(score.value, 1))}</span>;
}

function Liked({
  names,
  comparison,
}: {
  readonly names: readonly string[];
  readonly comparison: Compared;
}) {
  const { panel } = usePanel();
  const { compare, decimal } = panel.words;
  return (
    <>
      {comparison.pairs.map((pair, index) => {
        if (pair.status !== 'compared') return <p key={index}>{pair.reason}</p>;
        const isFirst = pair.probability >= 0.5;
        const liked = names[isFirst ? pair.first : pair.second] ?? '';
        const percent = decimal(100 * (isFirst ? pair.probability : 1 - pair.probability), 0);
        return (
          <section key={index}>
            <p class="verdict">{compare.prefers(liked, percent)}</p>
            <ul class="reasons">
              {pair.reasons.slice(0, 4).map(({ attribute, text, difference }) => (
                <li key={attribute}>
                  {names[difference >= 0 ? pair.first : pair.second]} {text}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** Findings of each kind in either, where they are not as many. */
function differences(
  a: readonly { readonly rule: string; readonly title: string }[],
  b: readonly { readonly rule: string; readonly title: string }[],
): { title: string; a: number; b: number }[] {
  const rules = new Map([...a, ...b].map(({ rule, title }) => [rule, title]));
  return [...rules]
    .map(([rule, title]) => ({
      title,
      a: a.filter((each) => each.rule === rule).length,
      b: b.filter((each) => each.rule === rule).length,
    }))
    .filter((row) => row.a !== row.b)
    .sort((one, other) => Math.abs(other.b - other.a) - Math.abs(one.b - one.a));
}
