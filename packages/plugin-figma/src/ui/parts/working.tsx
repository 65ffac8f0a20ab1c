import { usePanel } from './use-panel.js';

export function Working({
  name,
  done,
  total,
}: {
  readonly name: string;
  readonly done?: number;
  readonly total?: number;
}) {
  const { panel } = usePanel();
  const { working } = panel.words;
  const isOne = done === undefined || total === undefined;
  return (
    <section class="empty" aria-busy="true">
      <p role="status">{isOne ? working.one(name) : working.of(name, done, total)}</p>
      {isOne ? (
        <progress aria-label={name} />
      ) : (
        <progress aria-label={name} value={done} max={total} />
      )}
      <button
        type="button"
        onClick={() => {
          panel.cancel();
        }}
      >
        {working.cancel}
      </button>
    </section>
  );
}
