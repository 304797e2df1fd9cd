/** What is hidden by the names of keys. */
export interface RedactNames {
  /** Hides anything at all, also by patterns. Default: true. */
  readonly enabled?: boolean;
  /** Further names; they are compared word by word, so `dateOfBirth` and `date of birth` are one. Default: none. */
  readonly fields?: readonly string[];
  /** Hides `fields` only, none of the built-in names. Default: false. */
  readonly replaceDefaults?: boolean;
}

/** What is hidden before an entry leaves the process: by the names of keys, by patterns in texts, by masks. */
export interface RedactOptions extends RedactNames {
  /**
   * Built-in patterns by name, on (true) or off (false), and own ones by a name of one's own: lower-case letters,
   * digits, `-` and `_`, a letter first. Own ones run behind the built-in ones, in their order. Default: `jwt`,
   * `bearer`, `basic-auth`, `url-credentials`, `key-value` and `private-key` are on; `aws-key`, `credit-card`, `email`,
   * `iban` and `ipv4` are off.
   */
  readonly patterns?: Readonly<Record<string, boolean | OwnPattern>>;
  /** Names whose values are shown in part; compared as `fields` are. Default: none. */
  readonly masks?: Readonly<Record<string, MaskOptions>>;
}

/** A pattern of one's own, looked for in every text. */
export interface OwnPattern {
  /** The small subset of regular expressions that all languages of Agora Log have. At most 1,000 characters. */
  readonly pattern: string;
  /** Takes the letters A to Z and a to z for equal. Default: false. */
  readonly ignoreCase?: boolean;
  /** What stands in place of what matches: at most 256 characters. Default: `[REDACTED]`. */
  readonly replacement?: string;
}

/** How much of a value is shown. */
export interface MaskOptions {
  /** Code points at the end that are shown, 0 to 256; a value that has no more than these shows none. Default: 4. */
  readonly showLast?: number;
  /** What stands for each hidden code point: one code point that is no control character. Default: `*`. */
  readonly maskChar?: string;
  /** Shows the first character before the `@` and nothing else: `j***@***`. Default: false. */
  readonly email?: boolean;
}
