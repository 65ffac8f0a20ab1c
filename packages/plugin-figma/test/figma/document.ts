/** A Figma document as plain data, of which the double is made: what a file holds, by the names that the plugin API gives it. */

export interface DocumentData {
  readonly name: string;
  readonly pages: readonly PageData[];
  readonly collections?: readonly CollectionData[];
  readonly paintStyles?: readonly {
    readonly id: string;
    readonly name: string;
    readonly colour: string;
  }[];
  readonly textStyles?: readonly {
    readonly id: string;
    readonly name: string;
    readonly fontSize: number;
  }[];
  /** Bytes of pictures by their hashes: data URLs. */
  readonly images?: Readonly<Record<string, string>>;
}

export interface PageData {
  readonly id: string;
  readonly name: string;
  readonly children: readonly NodeData[];
}

export interface CollectionData {
  readonly id: string;
  readonly name: string;
  readonly modes: readonly string[];
  /** Values by mode, in the order of `modes`: colours `#rrggbb`, lengths as numbers. */
  readonly variables: readonly {
    readonly id: string;
    readonly name: string;
    readonly values: readonly (string | number)[];
  }[];
}

/** `#rrggbb`, or bound to a variable or style of the document, or a gradient, or a picture. */
export type PaintData =
  | string
  | { readonly variable: string }
  | { readonly gradient: readonly [string, string] }
  | { readonly image: string };

export interface NodeData {
  readonly id?: string | undefined;
  readonly type:
    | 'FRAME'
    | 'GROUP'
    | 'SECTION'
    | 'COMPONENT'
    | 'COMPONENT_SET'
    | 'INSTANCE'
    | 'TEXT'
    | 'RECTANGLE'
    | 'ELLIPSE'
    | 'VECTOR';
  readonly name: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly visible?: boolean;
  readonly opacity?: number;
  readonly fills?: readonly PaintData[];
  readonly fillStyle?: string;
  readonly strokes?: readonly PaintData[];
  readonly strokeWeight?: number;
  readonly cornerRadius?: number;
  readonly clipsContent?: boolean;
  readonly children?: readonly NodeData[];
  /** Auto layout. */
  readonly layout?: 'HORIZONTAL' | 'VERTICAL' | undefined;
  readonly gap?: number;
  readonly gapVariable?: string;
  /** One for all sides, or top, right, bottom, left. */
  readonly padding?: number | readonly [number, number, number, number];
  readonly align?: 'MIN' | 'CENTER' | 'MAX' | 'SPACE_BETWEEN';
  readonly cross?: 'MIN' | 'CENTER' | 'MAX';
  /** How it is sized in, or by, an auto layout. Default: FIXED; of texts HUG. */
  readonly across?: 'FIXED' | 'HUG' | 'FILL';
  readonly down?: 'FIXED' | 'HUG' | 'FILL';
  readonly floats?: boolean;
  readonly grid?: { readonly columns: number; readonly gutter: number; readonly margin: number };
  /** Which mode of a collection holds in it, by the collection's id. */
  readonly modes?: Readonly<Record<string, string>>;
  readonly interactive?: boolean;
  /** Of an instance: the id of its component. */
  readonly component?: string | undefined;
  readonly remote?: boolean;
  /** Of a text. */
  readonly characters?: string;
  readonly fontSize?: number;
  readonly fontWeight?: number;
  readonly lineHeight?: number;
  readonly textStyle?: string;
  readonly textAlign?: 'LEFT' | 'CENTER' | 'RIGHT';
  /** Does not grow with its text. */
  readonly fixed?: boolean;
  readonly truncated?: boolean;
}
