/** How long a level holds. */
export interface SetLevelOptions {
  /** Seconds until the level ends by itself: above 0, at most 2,147,483 (24 days). Default: it does not end. */
  readonly durationSeconds?: number | undefined;
}
