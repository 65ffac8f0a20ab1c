import { usePanel } from './use-panel.js';

/** Nothing is judged yet: what is selected, and what can be done with it. */
export function Start() {
  const { panel, state } = usePanel();
  const { frames, reason } = state.selection;
  const { start } = panel.words;
  return (
    <section class="start">
      <h1>{panel.words.title}</h1>
      {reason === undefined ? (
        <>
          <h2>{start.selected}</h2>
          <ul class="frames">
            {frames.map(({ id, name, width, height }) => (
              <li key={id}>
                <span class="name">{name}</span>
                <span class="quiet">
                  {Math.round(width)} × {Math.round(height)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p class="empty">{start[reason]}</p>
      )}
      <button
        type="button"
        class="primary"
        disabled={frames.length === 0}
        onClick={() => void panel.critiqueSelection()}
      >
        {frames.length > 1 ? start.compare(frames.length) : start.critique}
      </button>
      <button type="button" onClick={() => void panel.critiquePage()}>
        {start.page}
      </button>
      <p class="quiet">{start.privacy}</p>
    </section>
  );
}
