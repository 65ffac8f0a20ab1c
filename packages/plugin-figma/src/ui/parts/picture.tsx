import type { LayoutFinding } from '@calm-sdk/core/layout';
import { useEffect, useRef } from 'preact/hooks';
import { draw } from '../views/draw.js';
import type { Critique, View } from '../panel.js';
import { usePanel } from './use-panel.js';

/** In pixels of the panel: the findings below want to be seen, too. */
const MOST_HEIGHT = 320;
const VIEWS: readonly View[] = ['pins', 'grid', 'contrast', 'protan', 'deutan', 'tritan', 'heat'];

/** The frame, with what was found pinned to it. */
export function Picture({
  critique,
  findings,
}: {
  readonly critique: Critique;
  readonly findings: readonly LayoutFinding[];
}) {
  const { panel, state } = usePanel();
  const { view: words } = panel.words;
  const { view, pointed, previewed, level } = state;
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = critique.rendition.bitmap;
  const fix = findings.find(({ id }) => id === previewed)?.fix;
  const { impression } = critique;
  const regions = impression.kind === 'told' ? impression.assessment.regions : undefined;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context !== null && context !== undefined) draw(context, critique, { view, fix, regions });
  }, [critique.rendition, view, fix, regions]);
  const legend =
    view === 'grid'
      ? words.gridLegend
      : view === 'contrast'
        ? words.contrastLegend
        : view === 'heat'
          ? regions === undefined
            ? words.heatMissing
            : words.heatLegend
          : undefined;
  const isPinned = view === 'pins';
  return (
    <figure class="picture">
      <div
        class="stage"
        style={{
          aspectRatio: `${width} / ${height}`,
          width: `min(100%, ${(MOST_HEIGHT * width) / height}px)`,
        }}
      >
        <canvas
          ref={canvas}
          width={width}
          height={height}
          role="img"
          aria-label={words.picture(critique.frame.name)}
        />
        {isPinned
          ? findings.map((finding, index) =>
              level === 'all' || level === finding.level ? (
                <Pin
                  key={finding.id}
                  finding={finding}
                  number={index + 1}
                  isPointed={pointed === finding.id}
                />
              ) : null,
            )
          : null}
      </div>
      <figcaption>
        <label>
          {words.label}
          <select
            value={view}
            onChange={(event) => {
              panel.setView(event.currentTarget.value as View);
            }}
          >
            {VIEWS.map((each) => (
              <option key={each} value={each}>
                {words[each]}
              </option>
            ))}
          </select>
        </label>
        {legend === undefined ? null : <span class="quiet">{legend}</span>}
      </figcaption>
    </figure>
  );
}

function Pin({
  finding: { id, level, title, box, nodes },
  number,
  isPointed,
}: {
  readonly finding: LayoutFinding;
  readonly number: number;
  readonly isPointed: boolean;
}) {
  const { panel } = usePanel();
  const percent = (fraction: number): string => `${100 * Math.min(1, Math.max(0, fraction))}%`;
  const point = (): void => {
    panel.point(id);
  };
  return (
    <>
      {isPointed ? (
        <span
          class={`box ${level}`}
          style={{
            left: percent(box.x),
            top: percent(box.y),
            width: percent(Math.min(box.width, 1 - Math.max(0, box.x))),
            height: percent(Math.min(box.height, 1 - Math.max(0, box.y))),
          }}
        />
      ) : null}
      <button
        type="button"
        class={`pin ${level}${isPointed ? ' pointed' : ''}`}
        style={{ left: percent(box.x), top: percent(box.y) }}
        aria-label={panel.words.view.pin(number, title)}
        onMouseEnter={point}
        onFocus={point}
        onMouseLeave={() => {
          panel.point(undefined);
        }}
        onClick={() => void panel.show(nodes)}
      >
        {number}
      </button>
    </>
  );
}
