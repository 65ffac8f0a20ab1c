/**
 * What Lightroom Classic puts into a plug-in's environment, as far as this plug-in uses it (SDK 6 and later). Functions of a namespace are called
 * with a dot, hence `this: void`; methods of objects with a colon.
 *
 * Where a function yields, it says so: the task sleeps and others run. A yield may not cross Lua's own `pcall`, a metamethod, or a callback of
 * `table.sort` and `string.gsub`.
 */

/** The plug-in itself. */
declare const _PLUGIN: LrPlugin;
/** Whether this is Windows. */
declare const WIN_ENV: boolean | undefined;
/** Whether this is macOS. */
declare const MAC_ENV: boolean | undefined;

/**
 * A text in the person's language: `LOC("$$$/Calm/Score=Score of ^1", name)` looks `$$$/Calm/Score` up in `TranslatedStrings_<language>.txt` and takes
 * what stands behind the `=` where there is none. `^1` to `^9` are replaced by the arguments.
 */
declare function LOC(this: void, zstring: string, ...values: (string | number)[]): string;

/** A namespace or class of the SDK; Lua calls this function `import`. @customName import */
declare function lrImport<Name extends keyof LrNamespaces>(
  this: void,
  name: Name,
): LrNamespaces[Name];

interface LrPlugin {
  /** The toolkit identifier in `Info.lua`. */
  readonly id: string;
  /** The folder of the plug-in. */
  readonly path: string;
}

interface LrNamespaces {
  LrApplication: LrApplication;
  LrBinding: LrBinding;
  LrDate: LrDate;
  LrDialogs: LrDialogs;
  LrExportSession: (this: void, session: LrExportSessionOptions) => LrExportSession;
  LrFileUtils: LrFileUtils;
  LrFunctionContext: LrFunctionContextNamespace;
  LrHttp: LrHttp;
  LrLogger: (this: void, name: string) => LrLogger;
  LrPathUtils: LrPathUtils;
  LrPrefs: LrPrefs;
  LrProgressScope: (this: void, scope: LrProgressScopeOptions) => LrProgressScope;
  LrStringUtils: LrStringUtils;
  LrTasks: LrTasks;
  LrView: LrViewNamespace;
}
