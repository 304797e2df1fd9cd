/** A source map of version 3. */
export interface SourceMapV3 {
  version: number;
  file?: string | undefined;
  names: string[];
  sources: string[];
  sourcesContent?: (string | null)[] | undefined;
  mappings: string;
}

/** Code with sites in it, and the map back to what was given. */
export interface TransformResult {
  readonly code: string;
  readonly map: SourceMapV3;
}
