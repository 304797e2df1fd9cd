/** How a member of an entry becomes a field of a message. */
export interface FieldRow {
  /** Name of the member. */
  readonly name: string;
  /** Name of the field. */
  readonly field: string;
  /**
   * `same`: the value as it is; `micros`: a timestamp, microseconds; `level`: a name, a severity number; `hex`:
   * hexadecimal digits, bytes; `members`: an object, key-value pairs; `message(s)`: an object or a list, messages.
   */
  readonly as: "same" | "micros" | "level" | "hex" | "members" | "message" | "messages";
  readonly required: boolean;
  /** Name of the message, where the value is one. */
  readonly message?: string;
  /** Number of bytes of an id in hexadecimal digits. */
  readonly length?: number;
}
