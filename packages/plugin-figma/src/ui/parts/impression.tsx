import { imageEdit } from '../image-edit.js';
import type { Assessment, Critique, Photo } from '../panel.js';
import { usePanel } from './use-panel.js';

/** The number comes last, folded, with what it means. */
export function Impression({ critique }: { readonly critique: Critique }) {
  const { panel, state } = usePanel();
  const { words } = panel;
  const { impression } = critique;
  if (impression.kind === 'none') {
    return state.link.kind === 'connecting' ? (
      <p class="quiet impression">{words.impression.asking}</p>
    ) : (
      <p class="quiet impression">{words.impression.missing}</p>
    );
  }
  if (impression.kind === 'asking') {
    return (
      <p class="quiet impression" role="status">
        {words.impression.asking}
      </p>
    );
  }
  if (impression.kind === 'failed') {
    return <p class="quiet impression">{words.impression.failed(impression.message)}</p>;
  }
  return (
    <>
      <Score critique={critique} assessment={impression.assessment} />
      {impression.photos.length === 0 ? null : (
        <details class="impression">
          <summary>{words.impression.photos}</summary>
          {impression.photos.map((photo) => (
            <PhotoInFrame key={photo.image.node} critique={critique} photo={photo} />
          ))}
        </details>
      )}
    </>
  );
}

function Score({
  critique,
  assessment,
}: {
  readonly critique: Critique;
  readonly assessment: Assessment;
}) {
  const { panel, state } = usePanel();
  const { impression, decimal } = panel.words;
  const { score, domain, comment } = assessment;
  if (score === undefined) return null;
  const one = (value: number): string => decimal(value, 1);
  const reasons = (score.reasons ?? []).filter(({ value }) => Math.abs(value) >= 0.05);
  return (
    <details class="impression" data-score={score.value}>
      <summary>
        {impression.title}{' '}
        {score.abstained
          ? ''
          : impression.value(one(score.value), one(score.interval.low), one(score.interval.high))}
      </summary>
      {score.abstained ? (
        <p>{impression.abstained}</p>
      ) : (
        <>
          <p>
            {impression.percentile(
              decimal(score.percentile, 0),
              score.reference.size,
              impression.kinds[domain.id],
            )}
          </p>
          <p class="quiet">{impression.meaning}</p>
        </>
      )}
      {comment === undefined ? null : <p>{comment.text}</p>}
      {reasons.length === 0 ? null : (
        <>
          <h2>{impression.reasons}</h2>
          <ul class="reasons">
            {reasons.slice(0, 6).map(({ attribute, title, value }) => (
              <li key={attribute}>
                <span class={value > 0 ? 'up' : 'down'}>
                  {value > 0 ? '+' : '−'}
                  {one(Math.abs(value))}
                </span>{' '}
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
      {state.link.kind === 'connected' && state.link.engine.facts.tastes ? (
        <p class="thumbs">
          {impression.agree}{' '}
          {(['up', 'down'] as const).map((thumb) => (
            <button
              key={thumb}
              type="button"
              aria-label={impression[thumb]}
              aria-pressed={critique.thumb === thumb}
              onClick={() => void panel.thumb(critique.frame.id, thumb)}
            >
              <Thumb isDown={thumb === 'down'} />
            </button>
          ))}
          <span class="quiet">{impression.taught(state.settings.profile ?? 'Figma')}</span>
        </p>
      ) : null}
    </details>
  );
}

function Thumb({ isDown }: { readonly isDown: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class={isDown ? 'down' : ''}>
      <path
        fill="currentColor"
        d="M2 7h2v7H2zM5.5 14V7.2l3-5.2c1 0 1.7.8 1.5 1.8l-.5 2.4H13a1 1 0 0 1 1 1.2l-1.2 5.4a1.5 1.5 0 0 1-1.5 1.2z"
      />
    </svg>
  );
}

function PhotoInFrame({ critique, photo }: { readonly critique: Critique; readonly photo: Photo }) {
  const { panel, state } = usePanel();
  const { impression, decimal, finding } = panel.words;
  const { image, assessment, suggestions } = photo;
  return (
    <section class="photo">
      <h2>
        <button type="button" class="layer" onClick={() => void panel.show([image.node])}>
          {image.name}
        </button>{' '}
        {assessment.score === undefined ? '' : impression.photo(decimal(assessment.score.value, 1))}
      </h2>
      {suggestions.length === 0 ? <p class="quiet">{impression.photoFine}</p> : null}
      <ul>
        {suggestions.map((suggestion) => {
          const edit = imageEdit(image.node, suggestion.edit);
          return (
            <li key={suggestion.attribute}>
              {suggestion.text} <span class="quiet">{suggestion.reason}</span>{' '}
              {edit === undefined ? null : (
                <button
                  type="button"
                  disabled={!state.writable || critique.stale}
                  onClick={() => void panel.fix(critique.frame.id, edit, suggestion.text)}
                >
                  {finding.apply}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
