/** Exports: those that a plug-in starts, and those of the person into which an export filter looks. */

interface LrExportSessionOptions {
  photosToExport: LrPhoto[];
  exportSettings: Record<string, string | number | boolean>;
}

interface LrExportSession {
  /** Renders, in an order of Lightroom's; photographs that it skips have no rendition. */
  renditions(options?: {
    stopIfCanceled?: boolean;
  }): LuaIterable<LuaMultiReturn<[number, LrExportRendition]>>;
}

interface LrExportRendition {
  readonly photo: LrPhoto;
  /** Where the file is, or will be. */
  readonly destinationPath: string;
  /** Whether it was rendered, and its path; or why it was not. Yields. */
  waitForRender(): LuaMultiReturn<[boolean, string]>;
  /** Says what became of it; the message is shown to the person after the export. */
  renditionIsDone(success: boolean, message?: string): void;
}

/** What an export filter is given. */
interface LrExportFilterContext {
  /** The settings of the export, with those that the filter has added. */
  readonly propertyTable: LrPropertyTable;
  readonly renditionsToSatisfy: LrExportRendition[];
  /** The rendition that comes in, and the one that must be satisfied. */
  renditions(options: {
    plugin: LrPlugin;
    renditionsToSatisfy: LrExportRendition[];
    filterSettings?: (
      this: void,
      rendition: LrExportRendition,
      settings: LrPropertyTable,
    ) => string | undefined;
  }): LuaIterable<LuaMultiReturn<[LrExportRendition, LrExportRendition]>>;
}
