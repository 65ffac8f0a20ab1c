/**
 * "Score with CALM" in the export dialog: every exported file is scored as it was rendered, and the catalogue gets what is found once all are done.
 * A score never stops or alters an export, unless the person has chosen so.
 */
import { told } from '../answer';
import { write, type Entry } from '../catalogue/write';
import type { FieldTexts } from '../definitions/fields';
import { call, type Connection } from '../engine/connection';
import type { Assessment } from '../engine/protocol';
import { connectOrStart } from '../engine/start';
import { developState } from '../photo/develop-state';
import { textsOf } from '../score/texts';
import { settings } from '../settings';

const LrDate = lrImport('LrDate');
const LrDialogs = lrImport('LrDialogs');
const LrTasks = lrImport('LrTasks');
const LrView = lrImport('LrView');

/** What an export does where the engine is away, or cannot read a file. */
type WithoutEngine = 'skip' | 'warn' | 'stop';

export const exportPresetFields = [
  { key: 'calm_withoutEngine', default: 'warn' satisfies WithoutEngine },
  { key: 'calm_least', default: '' },
];

/** A file is sometimes not whole yet when Lightroom says that it is rendered. */
const FLUSH_S = 0.5;

export function sectionForFilterInDialog(
  this: void,
  view: LrViewFactory,
  shown: LrPropertyTable,
): LrSection {
  const { bind } = LrView;
  const choice = (value: WithoutEngine, title: string) => ({ value, title });
  const least = [{ value: '', title: LOC('$$$/Calm/Export/All=All photographs') }];
  for (const points of [5, 6, 7, 8]) {
    const value = string.format('%d', points);
    least.push({
      value,
      title: LOC('$$$/Calm/Export/From=Scored ^1 and above, and those without a score', value),
    });
  }
  return {
    title: LOC('$$$/Calm/Export/Section=Score with CALM'),
    bind_to_object: shown,
    spacing: 8,
    1: view.static_text({
      title: LOC(
        '$$$/Calm/Export/Info=Every exported file is scored; score, reasons and state are written into the CALM fields of this catalogue.',
      ),
    }),
    2: view.row({
      1: view.static_text({ title: LOC('$$$/Calm/Export/Least=Export:') }),
      2: view.popup_menu({ value: bind('calm_least'), items: least }),
    }),
    3: view.row({
      1: view.static_text({
        title: LOC('$$$/Calm/Export/Without=Where the engine does not answer:'),
      }),
      2: view.popup_menu({
        value: bind('calm_withoutEngine'),
        items: [
          choice('skip', LOC('$$$/Calm/Export/Skip=Export without scores')),
          choice('warn', LOC('$$$/Calm/Export/Warn=Export without scores, and tell me')),
          choice('stop', LOC('$$$/Calm/Export/Stop=Do not export')),
        ],
      }),
    }),
  };
}

/** Before anything is rendered: goes by the score that the catalogue holds. */
export function shouldRenderPhoto(this: void, shown: LrPropertyTable, photo: LrPhoto): boolean {
  const least = tonumber(tostring(shown['calm_least']));
  if (least === undefined) return true;
  const value = tonumber(photo.getPropertyForPlugin(_PLUGIN, 'value') ?? '');
  return value === undefined || value >= least;
}

export function postProcessRenderedPhotos(
  this: void,
  _context: LrFunctionContext,
  filter: LrExportFilterContext,
): void {
  const scoring = new ExportScoring(filter.propertyTable['calm_withoutEngine'] as WithoutEngine);
  const options = { plugin: _PLUGIN, renditionsToSatisfy: filter.renditionsToSatisfy };
  for (const [source, satisfied] of filter.renditions(options)) {
    const [rendered, path] = source.waitForRender();
    if (!rendered) satisfied.renditionIsDone(false, path);
    else scoring.score(satisfied, path);
  }
  scoring.finish();
}

class ExportScoring {
  private readonly entries: Entry[] = [];
  private readonly problems: string[] = [];
  private connection: Connection | undefined;
  /** Why there is no engine: it is looked for once an export. */
  private away: string | undefined;

  constructor(private readonly without: WithoutEngine) {}

  /** Scores a file that is rendered, and says that the rendition is done. Yields. */
  score(rendition: LrExportRendition, path: string): void {
    const scored = this.assess(path);
    if (typeof scored === 'string') {
      this.problems.push(scored);
      rendition.renditionIsDone(
        this.without !== 'stop',
        this.without === 'stop' ? scored : undefined,
      );
      return;
    }
    rendition.renditionIsDone(true);
    const { photo } = rendition;
    const texts: FieldTexts = {
      ...textsOf(scored),
      from: 'export',
      developState: developState(photo),
      scoredAt: LrDate.timeToUserFormat(LrDate.currentTime(), '%Y-%m-%d %H:%M'),
      state: 'current',
    };
    this.entries.push({ photo, uuid: photo.getRawMetadata('uuid'), texts });
  }

  /** The assessment, or why there is none. */
  private assess(path: string): Assessment | string {
    const connection = this.engine();
    if (connection === undefined) return this.away ?? '';
    const { profile } = settings();
    const params = {
      source: { kind: 'path', path } as const,
      include: ['score', 'findings'] as ('score' | 'findings')[],
      ...(profile === '' ? {} : { profile }),
    };
    let assessed = call(connection, 'assess', params);
    if (!assessed.ok && assessed.failure.code !== 'engine-silent') {
      LrTasks.sleep(FLUSH_S);
      assessed = call(connection, 'assess', params);
    }
    if (assessed.ok) return assessed.value;
    const problem = told(assessed.failure);
    if (assessed.failure.code === 'engine-silent') this.lose(problem);
    return problem;
  }

  private engine(): Connection | undefined {
    if (this.connection === undefined && this.away === undefined) {
      const connected = connectOrStart();
      if (connected.ok) this.connection = connected.value;
      else this.away = told(connected.failure);
    }
    return this.connection;
  }

  private lose(problem: string): void {
    this.connection = undefined;
    this.away = problem;
  }

  /** All at once: writes during an export are often refused. Yields. */
  finish(): void {
    const unwritten = write(this.entries);
    if (this.without === 'skip') return;
    const lines: string[] = [];
    if (this.problems.length > 0) {
      lines.push(
        LOC('$$$/Calm/Export/Unscored=Exported without a score: ^1.', this.problems.length),
        this.problems[0]!,
      );
    }
    if (unwritten > 0) {
      lines.push(
        LOC(
          '$$$/Calm/Score/Unwritten=The catalogue was busy: ^1 scores are kept, and written with the next ^[Score selected^].',
          unwritten,
        ),
      );
    }
    if (lines.length > 0 && this.without === 'warn') {
      LrDialogs.message(
        LOC('$$$/Calm/Export/Title=CALM has not scored all of the export.'),
        lines.join('\n\n'),
        'warning',
      );
    }
  }
}
