/** Tasks, files, texts, HTTP. */

interface LrTasks {
  /** Begins a task and returns at once. An error in it is shown to the person. */
  startAsyncTask(this: void, task: (this: void) => void): void;
  /** Yields for at least so long. */
  sleep(this: void, seconds: number): void;
  /** Lets others run. */
  yield(this: void): void;
  /** As Lua's own, across which nothing may yield. */
  pcall<Result>(
    this: void,
    run: (this: void) => Result,
  ): LuaMultiReturn<[true, Result] | [false, unknown]>;
  /** Runs a command line and yields until it has ended; its status. Windows' `cmd` takes away the first and last quote of the line. */
  execute(this: void, command: string): number;
  canYield(this: void): boolean;
}

interface LrFunctionContextNamespace {
  /** Calls with a context that ends with the call. */
  callWithContext<Result>(
    this: void,
    name: string,
    run: (this: void, context: LrFunctionContext) => Result,
  ): Result;
  /** Begins a task with a context that ends with it. */
  postAsyncTaskWithContext(
    this: void,
    name: string,
    run: (this: void, context: LrFunctionContext) => void,
  ): void;
}

interface LrFunctionContext {
  /** Called once the context ends, however it does; may not yield. */
  addCleanupHandler(clean: (this: void, success: boolean, message?: string) => void): void;
}

interface LrHeader {
  readonly field: string;
  readonly value: string;
}

/** Of an answer: its status and headers; or what went wrong where there was none. */
type LrHttpInfo = LrHeader[] & {
  readonly status?: number;
  readonly error?: { readonly errorCode: string; readonly name: string };
};

interface LrHttp {
  /** Nothing where there was no answer. Without a header of its own the content type is `text/plain`. Yields. */
  post(
    this: void,
    url: string,
    body: string,
    headers: LrHeader[],
    method: 'POST',
    timeoutSeconds: number,
  ): LuaMultiReturn<[string | undefined, LrHttpInfo | undefined]>;
}

interface LrPathUtils {
  child(this: void, folder: string, name: string): string;
  parent(this: void, path: string): string | undefined;
  leafName(this: void, path: string): string;
  getStandardFilePath(this: void, which: 'temp' | 'appData' | 'home'): string;
}

interface LrFileUtils {
  /** `file`, `directory`, or false. */
  exists(this: void, path: string): 'file' | 'directory' | false;
  /** Throws where it cannot be read. */
  readFile(this: void, path: string): string;
  delete(this: void, path: string): boolean;
  /** Fails where there is something at the destination. */
  move(this: void, from: string, to: string): boolean;
  createAllDirectories(this: void, path: string): boolean;
  chooseUniqueFileName(this: void, path: string): string;
  /** Paths in a folder. */
  directoryEntries(this: void, path: string): LuaIterable<string>;
}

interface LrStringUtils {
  encodeBase64(this: void, text: string): string;
  trimWhitespace(this: void, text: string): string;
}

interface LrDate {
  /** Seconds from 2001-01-01 00:00 UTC. */
  currentTime(this: void): number;
  /** `%Y-%m-%d %H:%M` and the like, in the person's time. */
  timeToUserFormat(this: void, time: number, format: string): string;
}

interface LrPrefs {
  /** What the plug-in keeps from one start to the next: texts, numbers, booleans. */
  prefsForPlugin(this: void): Record<string, string | number | boolean | undefined>;
}

interface LrLogger {
  enable(where: 'logfile' | 'print'): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
