import { useEffect, useRef } from 'preact/hooks';
import type { Panel } from '../panel.js';
import { Banner } from './banner';
import { Comparison } from './comparison';
import { CritiqueScreen } from './critique';
import { PageScreen } from './page';
import { Start } from './start';
import { PanelContext, usePanel } from './use-panel.js';
import { Working } from './working';

export function App({ panel }: { readonly panel: Panel }) {
  return (
    <PanelContext.Provider value={panel}>
      <Banner />
      <Screen />
      <Notice />
    </PanelContext.Provider>
  );
}

function Screen() {
  const { panel, state } = usePanel();
  const { screen } = state;
  const main = useRef<HTMLElement>(null);
  // Whoever listens rather than looks is led to what has come.
  useEffect(() => {
    if (screen.kind !== 'start' && screen.kind !== 'working') main.current?.focus();
  }, [screen.kind]);
  return (
    <main ref={main} tabIndex={-1} data-screen={screen.kind}>
      {(() => {
        switch (screen.kind) {
          case 'start':
            return <Start />;
          case 'working':
            return <Working {...screen} />;
          case 'critique':
            return <CritiqueScreen id={screen.id} />;
          case 'page':
            return <PageScreen {...screen} />;
          case 'compare':
            return <Comparison {...screen} />;
          case 'error':
            return (
              <section class="empty" role="alert">
                <h1>{panel.words.error.title}</h1>
                <p>{screen.message}</p>
                <button
                  type="button"
                  class="primary"
                  onClick={() => {
                    panel.back();
                  }}
                >
                  {panel.words.back}
                </button>
              </section>
            );
        }
      })()}
    </main>
  );
}

/** What came of the last thing that was asked. */
function Notice() {
  const { panel, state } = usePanel();
  const { notice } = state;
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice === undefined ? null : (
        <p class={`notice ${notice.kind}`}>
          <span>{notice.text}</span>
          <button
            type="button"
            class="icon"
            aria-label={panel.words.close}
            onClick={() => {
              panel.dismissNotice();
            }}
          >
            ×
          </button>
        </p>
      )}
    </div>
  );
}
