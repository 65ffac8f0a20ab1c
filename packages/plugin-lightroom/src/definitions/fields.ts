/**
 * The fields that the plug-in adds to the catalogue. Plug-in fields are searched as text or by value, never "at least", hence one value for each point.
 * Identifiers and values are kept in catalogues: they are added to, never changed.
 */
import { ATTRIBUTES } from './attributes';

export interface Field {
  readonly id: string;
  /** Without it the field is hidden. */
  readonly title?: string;
  readonly values?: readonly FieldValue[];
  /** Found by the text search; takes 511 bytes at most. */
  readonly searchable?: boolean;
}

export interface FieldValue {
  readonly value: string;
  readonly title: string;
}

/** Rises with each change of the fields. */
export const SCHEMA_VERSION = 1;
/** Longest text of a searchable field, in bytes. */
export const LONGEST_TEXT = 511;

const POINTS: readonly FieldValue[] = [
  { value: '9', title: '$$$/Calm/Points/9=9 to 10' },
  { value: '8', title: '$$$/Calm/Points/8=8 to 9' },
  { value: '7', title: '$$$/Calm/Points/7=7 to 8' },
  { value: '6', title: '$$$/Calm/Points/6=6 to 7' },
  { value: '5', title: '$$$/Calm/Points/5=5 to 6' },
  { value: '4', title: '$$$/Calm/Points/4=4 to 5' },
  { value: '3', title: '$$$/Calm/Points/3=3 to 4' },
  { value: '2', title: '$$$/Calm/Points/2=2 to 3' },
  { value: '1', title: '$$$/Calm/Points/1=1 to 2' },
  { value: '0', title: '$$$/Calm/Points/0=0 to 1' },
  { value: 'unsure', title: '$$$/Calm/Points/unsure=Not sure' },
];

/** The text of an attribute's name; its key has letters and digits alone. */
export function attributeName(id: string, title: string): string {
  return `$$$/Calm/Attribute/${id.split('-').join('')}=${title}`;
}

/** What stands out: an attribute, nothing, or one that came after this plug-in. */
const OUTSTANDING: readonly FieldValue[] = [
  { value: 'none', title: '$$$/Calm/Outstanding/none=None' },
  ...ATTRIBUTES.map(({ id, title }) => ({ value: id, title: attributeName(id, title) })),
  { value: 'other', title: '$$$/Calm/Outstanding/other=Other' },
];

export const FIELDS = [
  { id: 'score', title: '$$$/Calm/Field/score=Score', searchable: true },
  { id: 'band', title: '$$$/Calm/Field/band=Score band', values: POINTS },
  { id: 'rank', title: '$$$/Calm/Field/rank=Rank' },
  { id: 'technical', title: '$$$/Calm/Field/technical=Technical', values: POINTS },
  { id: 'mine', title: '$$$/Calm/Field/mine=My score', searchable: true },
  { id: 'myBand', title: '$$$/Calm/Field/myBand=My score band', values: POINTS },
  { id: 'strength', title: '$$$/Calm/Field/strength=Main strength', values: OUTSTANDING },
  { id: 'weakness', title: '$$$/Calm/Field/weakness=Main weakness', values: OUTSTANDING },
  { id: 'why', title: '$$$/Calm/Field/why=Why', searchable: true },
  { id: 'advice', title: '$$$/Calm/Field/advice=Try', searchable: true },
  {
    id: 'from',
    title: '$$$/Calm/Field/from=Scored from',
    values: [
      { value: 'preview', title: '$$$/Calm/From/preview=Preview' },
      { value: 'export', title: '$$$/Calm/From/export=Export' },
    ],
  },
  {
    id: 'state',
    title: '$$$/Calm/Field/state=State',
    values: [
      { value: 'current', title: '$$$/Calm/State/current=Current' },
      { value: 'changed', title: '$$$/Calm/State/changed=Changed since' },
      { value: 'failed', title: '$$$/Calm/State/failed=Failed' },
    ],
  },
  // What tells whether a score is still that of the photograph, and which scores may stand side by side.
  { id: 'value' },
  { id: 'kind' },
  { id: 'developState' },
  { id: 'stamps' },
  { id: 'scoredAt' },
  { id: 'taught' },
] as const satisfies readonly Field[];

export type FieldId = (typeof FIELDS)[number]['id'];
/** What is written to a photograph; absent fields are emptied. */
export type FieldTexts = { readonly [Id in FieldId]?: string };
