/** What the panel says, in any language. What rules find is told by core. */
import type { ErrorCode } from '../../messages.js';

type Text = string;
type Fill<Gaps extends readonly unknown[]> = (...gaps: Gaps) => Text;

export interface Words {
  readonly title: Text;
  readonly decimal: Fill<[value: number, digits: number]>;
  readonly start: Readonly<
    Record<
      'critique' | 'page' | 'selected' | 'nothing' | 'no-frame' | 'too-small' | 'privacy',
      Text
    >
  > & { readonly compare: Fill<[n: number]> };
  readonly working: {
    readonly of: Fill<[name: string, done: number, total: number]>;
    readonly one: Fill<[name: string]>;
    readonly cancel: Text;
  };
  readonly back: Text;
  readonly recheck: Text;
  readonly stale: Text;
  readonly error: Readonly<Record<'title' | 'again', Text>>;
  readonly banner: Readonly<
    Record<
      | 'connecting'
      | 'absent'
      | 'blocked'
      | 'unpaired'
      | 'engineOlder'
      | 'panelOlder'
      | 'again'
      | 'code'
      | 'pair'
      | 'wrongCode',
      Text
    >
  > & { readonly connected: Fill<[name: string]>; readonly failed: Fill<[message: string]> };
  readonly summary: {
    readonly all: Fill<[findings: number, must: number, could: number]>;
    readonly nothing: Fill<[nodes: number]>;
    readonly nothingChecked: Text;
    readonly allIgnored: Fill<[n: number]>;
    readonly noneOfLevel: Text;
    readonly since: Fill<[gone: number, added: number]>;
    readonly isNew: Text;
  };
  readonly level: Readonly<Record<'label' | 'all' | 'must' | 'could', Text>>;
  readonly view: Readonly<
    Record<
      | 'label'
      | 'pins'
      | 'grid'
      | 'contrast'
      | 'protan'
      | 'deutan'
      | 'tritan'
      | 'heat'
      | 'heatMissing'
      | 'heatLegend'
      | 'contrastLegend'
      | 'gridLegend',
      Text
    >
  > & {
    readonly picture: Fill<[name: string]>;
    readonly pin: Fill<[number: number, title: string]>;
  };
  readonly finding: Readonly<
    Record<
      | 'must'
      | 'could'
      | 'preview'
      | 'unpreview'
      | 'apply'
      | 'component'
      | 'inComponent'
      | 'ignore'
      | 'ignoreOne'
      | 'ignoreRule'
      | 'noFix',
      Text
    >
  > & {
    readonly layers: Fill<[n: number]>;
    readonly inLibrary: Fill<[name: string]>;
    readonly fixed: Fill<[what: string]>;
    readonly source: Fill<[source: string]>;
  };
  readonly fix: {
    readonly colour: Fill<[from: string, to: string]>;
    readonly gap: Fill<[from: string, to: string]>;
    readonly padding: Fill<[from: string, to: string]>;
    readonly move: Fill<[n: number]>;
    readonly size: Fill<[width: string, height: string]>;
    readonly fontSize: Fill<[from: string, to: string]>;
    readonly component: Text;
    readonly image: Text;
  };
  readonly impression: Readonly<
    Record<
      | 'title'
      | 'asking'
      | 'missing'
      | 'abstained'
      | 'meaning'
      | 'reasons'
      | 'agree'
      | 'up'
      | 'down'
      | 'photos'
      | 'photoFine',
      Text
    >
  > & {
    readonly failed: Fill<[message: string]>;
    readonly value: Fill<[value: string, low: string, high: string]>;
    readonly percentile: Fill<[percent: string, size: number, kind: string]>;
    readonly kinds: Readonly<Record<'interface' | 'photograph' | 'artwork', Text>>;
    readonly taught: Fill<[profile: string]>;
    readonly photo: Fill<[value: string]>;
  };
  readonly footer: Readonly<
    Record<'restore' | 'copy' | 'copied' | 'export' | 'annotate' | 'unannotate', Text>
  > & {
    readonly ignored: Fill<[n: number]>;
    readonly ruleIgnored: Fill<[title: string]>;
    readonly annotated: Fill<[n: number]>;
    readonly unannotated: Fill<[n: number]>;
  };
  readonly page: Readonly<Record<'name' | 'empty' | 'across', Text>> & {
    readonly title: Fill<[n: number]>;
    readonly counts: Fill<[must: number, could: number]>;
  };
  readonly compare: Readonly<Record<'name' | 'alike' | 'asking', Text>> & {
    readonly title: Fill<[n: number]>;
    readonly fewest: Fill<[name: string]>;
    readonly prefers: Fill<[name: string, percent: string]>;
    readonly fewer: Fill<[rule: string, a: number, b: number]>;
  };
  readonly refused: Readonly<Record<ErrorCode, Fill<[why: string]>>>;
  readonly close: Text;
}
