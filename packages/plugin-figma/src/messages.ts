/**
 * The one contract between the panel (`ui`, an iframe with no access to the document) and the main thread (`main`, which has it and no DOM).
 * The panel calls, the main thread answers; what happens in the document by itself is told as events.
 */
import type { Layout, LayoutFix } from '@calm-sdk/core/layout';

/** A frame that can be judged. */
export interface FrameRef {
  readonly id: string;
  readonly name: string;
  /** In pixels of the document. */
  readonly width: number;
  readonly height: number;
}

/** What is selected, as far as it can be judged. */
export interface Selection {
  /** The frames that are selected, or that hold what is selected. */
  readonly frames: readonly FrameRef[];
  /** Why there is none. */
  readonly reason?: 'nothing' | 'no-frame' | 'too-small';
}

/** Whatever the panel keeps on this computer for this person. */
export interface Settings {
  readonly token?: string;
  readonly profile?: string;
}

/** A finding, or all of a rule, that people of this file do not want to be told. */
export interface Ignored {
  readonly rule: string;
  /** The id of one finding; absent where the rule is ignored as a whole. */
  readonly finding?: string;
  /** What it was about, for the list. */
  readonly title: string;
}

export interface Opened {
  readonly selection: Selection;
  readonly settings: Settings;
  readonly ignored: readonly Ignored[];
  readonly fileName: string;
  /** Whether the document can be written. */
  readonly writable: boolean;
}

/** A picture that fills a layer. */
export interface ImageFill {
  readonly node: string;
  readonly name: string;
  /** Of the layer. */
  readonly width: number;
  readonly height: number;
  /** The file that fills it: PNG, JPEG or GIF. */
  readonly bytes: Uint8Array;
}

export interface ReadFrame {
  readonly frame: FrameRef;
  readonly layout: Layout;
  /** PNG in sRGB. */
  readonly picture: Uint8Array;
}

/** Edits of a picture that fills a layer, as Figma has them. */
export interface ImageEdit {
  readonly kind: 'image';
  readonly node: string;
  /** Fractions of what is seen now. */
  readonly crop?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Figma's own sliders, −1 to 1, added to what they are. */
  readonly filters?: Partial<Record<ImageFilter, number>>;
}

export type ImageFilter =
  'exposure' | 'contrast' | 'saturation' | 'temperature' | 'tint' | 'highlights' | 'shadows';

export type Fix = LayoutFix | ImageEdit;

/** A mark on the canvas. */
export interface Mark {
  readonly number: number;
  readonly level: 'must' | 'could';
  readonly title: string;
  readonly message: string;
  /** In pixels of the frame. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** By name: what the panel sends, and what it gets. */
export interface Calls {
  open: { params: undefined; result: Opened };
  /** @throws `no-frame` */
  read: { params: { frame: string; side: number }; result: ReadFrame };
  images: { params: { frame: string }; result: readonly ImageFill[] };
  /** The frames of the page. */
  page: { params: undefined; result: readonly FrameRef[] };
  /** Selects layers and brings them into view. */
  show: { params: { nodes: readonly string[] }; result: undefined };
  /** Leads to the component of an instance; tells where it is when that is another file. */
  component: { params: { node: string }; result: { readonly library?: string } };
  fix: { params: { fix: Fix }; result: undefined };
  annotate: { params: { frame: string; marks: readonly Mark[] }; result: undefined };
  unannotate: { params: undefined; result: { readonly removed: number } };
  ignore: { params: Ignored; result: readonly Ignored[] };
  unignore: { params: Ignored; result: readonly Ignored[] };
  keep: { params: Settings; result: undefined };
}

export type CallName = keyof Calls;

/** What happens in the document. */
export type Event =
  | { readonly event: 'selection'; readonly selection: Selection }
  /** Something in a frame that was read is other than it was. */
  | { readonly event: 'changed'; readonly frame: string };

/** From the panel. */
export type Call = {
  [Name in CallName]: {
    readonly call: Name;
    readonly id: number;
    readonly params: Calls[Name]['params'];
  };
}[CallName];

/** To the panel. */
export type Reply =
  | { readonly id: number; readonly result: Calls[CallName]['result'] }
  | { readonly id: number; readonly error: CallError };

/** Why a call failed. */
export interface CallError {
  readonly code: ErrorCode;
  /** What Figma said, for people who look for it. */
  readonly message: string;
}

export type ErrorCode =
  /** The frame, or the layer, is there no more. */
  | 'gone'
  /** The document is only to be viewed. */
  | 'read-only'
  /** The layer is not what it was when it was judged. */
  | 'changed'
  /** The value is one of the design system, and the fix names no other one of it. */
  | 'bound'
  /** A font of the text is not on this computer. */
  | 'font-missing'
  /** The layer belongs to a component, where it is to be mended. */
  | 'in-component'
  /** The file can keep no more. */
  | 'full'
  /** Figma could not make a picture of the frame. */
  | 'no-picture'
  | 'unknown';
