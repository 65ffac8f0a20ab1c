/** Dialogs, panels and progress. */

/** A table that tells its observers of changes. */
interface LrPropertyTable {
  [key: string]: unknown;
}

interface LrBinding {
  makePropertyTable(this: void, context: LrFunctionContext): LrPropertyTable;
}

interface LrDialogs {
  /** Yields until it is closed. */
  message(
    this: void,
    message: string,
    info?: string,
    style?: 'info' | 'warning' | 'critical',
  ): void;
  /** Yields until it is answered. */
  confirm(
    this: void,
    message: string,
    info: string | undefined,
    action: string,
    cancel?: string,
    other?: string,
  ): 'ok' | 'cancel' | 'other';
  /** Yields until it is closed. */
  presentModalDialog(
    this: void,
    dialog: {
      title: string;
      contents: LrViewNode;
      actionVerb?: string;
      cancelVerb?: string;
      otherVerb?: string;
      resizable?: boolean;
    },
  ): 'ok' | 'cancel' | 'other';
  /** A note over the window that goes by itself. */
  showBezel(this: void, message: string, seconds?: number): void;
  /** Shows an error of this context to the person. */
  attachErrorDialogToFunctionContext(this: void, context: LrFunctionContext): void;
}

interface LrViewNamespace {
  osFactory(this: void): LrViewFactory;
  /** Shows the value that a key of the property table has, and writes it back. */
  bind(this: void, key: string): LrBound;
}

interface LrBound {
  readonly key: string;
}

type LrViewNode = object;

type LrText = string | LrBound;

interface LrLayout {
  width?: number;
  height?: number;
  width_in_chars?: number;
  height_in_lines?: number;
  fill_horizontal?: number;
  spacing?: number;
  margin?: number;
  bind_to_object?: LrPropertyTable;
}

/** Children stand in the list part of a table. */
type LrContainer = LrLayout & { [position: number]: LrViewNode };

/** A section of the Plug-in Manager or the export dialog. */
type LrSection = LrContainer & { readonly title: string; readonly synopsis?: LrText };

interface LrViewFactory {
  column(view: LrContainer): LrViewNode;
  row(view: LrContainer): LrViewNode;
  group_box(view: LrContainer & { title: string }): LrViewNode;
  scrolled_view(view: LrContainer): LrViewNode;
  static_text(
    view: LrLayout & {
      title: LrText;
      font?: string;
      wrap?: boolean;
      alignment?: 'left' | 'right' | 'center';
    },
  ): LrViewNode;
  edit_field(
    view: LrLayout & { value: LrBound; enabled?: boolean | LrBound; tooltip?: string },
  ): LrViewNode;
  checkbox(
    view: LrLayout & { title: string; value: LrBound; enabled?: boolean | LrBound },
  ): LrViewNode;
  radio_button(
    view: LrLayout & { title: string; value: LrBound; checked_value: string },
  ): LrViewNode;
  popup_menu(
    view: LrLayout & { value: LrBound; items: LrMenuItem[] | LrBound; enabled?: boolean | LrBound },
  ): LrViewNode;
  push_button(
    view: LrLayout & { title: string; action: (this: void) => void; enabled?: boolean | LrBound },
  ): LrViewNode;
  catalog_photo(view: LrLayout & { photo: LrPhoto }): LrViewNode;
  separator(view: LrLayout): LrViewNode;
  spacer(view: LrLayout): LrViewNode;
}

interface LrMenuItem {
  readonly title: string;
  readonly value: string;
}

interface LrProgressScopeOptions {
  title: string;
  functionContext?: LrFunctionContext;
}

interface LrProgressScope {
  setPortionComplete(done: number, total: number): void;
  setCaption(caption: string): void;
  isCanceled(): boolean;
  done(): void;
}
