/** A pattern of one's own that is hidden in every text. */
export interface RedactPattern {
  /** A small regular expression; the redaction guide says what it may hold. */
  readonly pattern: string;
  /** Default: false. */
  readonly ignoreCase?: boolean;
  /** What stands in its place. Default: `[REDACTED]`. */
  readonly replacement?: string;
}

/** {@link RedactPattern} in the form that a file has. */
export interface RedactPatternFile {
  readonly pattern: string;
  readonly ignore_case?: boolean;
  readonly replacement?: string;
}

/** How a value is shown in part. */
export interface RedactMask {
  /** How many characters at the end stay. Default: 4; 0 shows nothing. */
  readonly showLast?: number;
  /** What stands for each of the others. Default: `*`. */
  readonly maskChar?: string;
  /** Whether the value is an e-mail address, whose domain is hidden. Default: false. */
  readonly email?: boolean;
}

/** {@link RedactMask} in the form that a file has. */
export interface RedactMaskFile {
  readonly show_last?: number;
  readonly mask_char?: string;
  readonly email?: boolean;
}
