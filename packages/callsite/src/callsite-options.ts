/** Which files or modules: a regular expression on a path with `/`, or a text that the path contains. */
export type Filter = string | RegExp | readonly (string | RegExp)[];

/** Settings of the build plugin, of the loader and of `transform`. All are optional. */
export interface CallsiteOptions {
  /** Folder that displayed paths are relative to. Default: the working folder. */
  readonly root?: string | undefined;
  /**
   * Which receivers may be a logger of ours where that cannot be proven, as written in the code: `log`, `this.logger`,
   * `req.log`, `getLogger()`. They get a guard that leaves other loggers as they are. Default: the last name is `log` or
   * `logger`, alone or at the end (`auditLog`, `requestLogger`), with or without `_` or `#` in front.
   */
  readonly names?: RegExp | undefined;
  /**
   * Modules of your own that hand out loggers, as they are imported (`@acme/logging`), by path (`src/log.ts`), or by a
   * regular expression on what is imported. What they export under a logger's name is taken for a logger, and `getLogger`,
   * `createLogger` and the like for what makes one. Default: none.
   */
  readonly modules?: readonly (string | RegExp)[] | undefined;
  /**
   * Functions of your own that log for their callers: `["myLog", "audit.note"]`. What they write is said to come from the
   * place where they are called. Default: none.
   */
  readonly helpers?: readonly string[] | undefined;
  /** Files that are looked at. Default: all with JavaScript or TypeScript in them. */
  readonly include?: Filter | undefined;
  /** Files that are not looked at. Default: what lies in `node_modules`. */
  readonly exclude?: Filter | undefined;
  /** Whether contexts that are written as literals get an encoder of their own, made now. Default: true. */
  readonly shapes?: boolean | undefined;
  /**
   * Whether each site is compared once, when it is first used, with what the stack says; a difference is reported on
   * standard error. For tests. Default: true where AGORA_VERIFY is 1, else false.
   */
  readonly verify?: boolean | undefined;
}
