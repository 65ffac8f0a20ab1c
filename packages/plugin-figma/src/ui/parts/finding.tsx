import type { LayoutFinding } from '@calm-sdk/core/layout';
import { useEffect, useRef } from 'preact/hooks';
import { fixInWords } from '../fix-in-words.js';
import type { Critique } from '../panel.js';
import { layerPath } from '../layer-path.js';
import { usePanel } from './use-panel.js';

export function Finding({
  critique,
  finding,
  number,
}: {
  readonly critique: Critique;
  readonly finding: LayoutFinding;
  readonly number: number;
}) {
  const { panel, state } = usePanel();
  const { words } = panel;
  const { id, rule, level, title, message, nodes, fix, source } = finding;
  const isPointed = state.pointed === id;
  const isPreviewed = state.previewed === id;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPointed && !item.current?.matches(':hover, :focus-within')) {
      item.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isPointed]);
  const isNew = critique.since?.added.has(id) === true;
  const point = (): void => {
    panel.point(id);
  };
  return (
    <li
      ref={item}
      class={`finding ${level}${isPointed ? ' pointed' : ''}`}
      data-rule={rule}
      data-nodes={nodes.join(' ')}
      onMouseEnter={point}
      onFocusCapture={point}
      onMouseLeave={() => {
        panel.point(undefined);
      }}
    >
      <h2>
        <span class="number">{number}</span>
        <span class="level">{words.finding[level]}</span>
        <span>{title}</span>
        {isNew ? <span class="new">{words.summary.isNew}</span> : null}
      </h2>
      <button type="button" class="layer" onClick={() => void panel.show(nodes)}>
        {layerPath(critique.layout, nodes[0]!)}
        {nodes.length > 1 ? ` ${words.finding.layers(nodes.length - 1)}` : ''}
      </button>
      <p>{message}</p>
      {source === undefined ? null : <p class="quiet">{source}</p>}
      {fix === undefined ? null : (
        <p class="fix">
          {fix.kind === 'colour' ? (
            <>
              <Swatch colour={fix.from} />
              <Swatch colour={fix.to} />
            </>
          ) : null}
          {fixInWords(fix, words, critique.layout)}
        </p>
      )}
      <div class="actions">
        {fix === undefined ? null : fix.kind === 'component' ? (
          <button type="button" onClick={() => void panel.goToComponent(fix.node)}>
            {words.finding.component}
          </button>
        ) : (
          <>
            <button
              type="button"
              aria-pressed={isPreviewed}
              onClick={() => {
                panel.preview(isPreviewed ? undefined : id);
              }}
            >
              {isPreviewed ? words.finding.unpreview : words.finding.preview}
            </button>
            <button
              type="button"
              class={isPreviewed ? 'primary' : ''}
              disabled={!state.writable || critique.stale || !isPreviewed}
              title={isPreviewed ? undefined : words.finding.preview}
              onClick={() =>
                void panel.fix(
                  critique.frame.id,
                  fix,
                  `${title}: ${fixInWords(fix, words, critique.layout)}.`,
                )
              }
            >
              {words.finding.apply}
            </button>
          </>
        )}
        <details class="menu">
          <summary>{words.finding.ignore}</summary>
          <button type="button" onClick={() => void panel.ignore({ rule, finding: id, title })}>
            {words.finding.ignoreOne}
          </button>
          <button type="button" onClick={() => void panel.ignore({ rule, title })}>
            {words.finding.ignoreRule}
          </button>
        </details>
      </div>
    </li>
  );
}

function Swatch({ colour }: { readonly colour: string }) {
  return <span class="swatch" style={{ background: colour }} aria-hidden="true" />;
}
