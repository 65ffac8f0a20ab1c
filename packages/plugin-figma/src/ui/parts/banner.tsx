import { useState } from 'preact/hooks';
import type { LinkState } from '../link/engine.js';
import type { Words } from '../language/index.js';
import { usePanel } from './use-panel.js';

/** One line on the engine, with the one thing to do. Nothing below waits for it. */
export function Banner() {
  const { panel, state } = usePanel();
  const { link } = state;
  if (link.kind === 'unasked') return null;
  const { banner } = panel.words;
  const isFine = link.kind === 'connected' || link.kind === 'connecting';
  return (
    <div class={`banner ${isFine ? 'fine' : 'missing'}`} data-link={link.kind} role="status">
      <p>{textOf(link, banner)}</p>
      {link.kind === 'unpaired' ? <Pairing /> : null}
      {isFine || link.kind === 'unpaired' ? null : (
        <button type="button" onClick={() => void panel.reconnect()}>
          {banner.again}
        </button>
      )}
    </div>
  );
}

function textOf(link: Exclude<LinkState, { kind: 'unasked' }>, banner: Words['banner']): string {
  switch (link.kind) {
    case 'connected':
      return banner.connected(link.engine.facts.stamps.model.id);
    case 'other-version':
      return link.older === 'engine' ? banner.engineOlder : banner.panelOlder;
    case 'failed':
      return banner.failed(link.message);
    case 'connecting':
    case 'absent':
    case 'blocked':
    case 'unpaired':
      return banner[link.kind];
  }
}

/** The code that `calm pair` shows. */
function Pairing() {
  const { panel } = usePanel();
  const [code, setCode] = useState('');
  const { banner } = panel.words;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void panel.pairWith(code);
      }}
    >
      <label>
        {banner.code}
        <input
          inputMode="numeric"
          autocomplete="one-time-code"
          placeholder="123 456"
          size={7}
          value={code}
          onInput={(event) => {
            setCode(event.currentTarget.value);
          }}
        />
      </label>
      <button type="submit" disabled={code.replace(/\D/gu, '').length !== 6}>
        {banner.pair}
      </button>
    </form>
  );
}
