/** Thrown where bytes or values cannot be an entry in its protobuf form. Its message begins with its code. */
export class ProtoError extends Error {
  override readonly name = "ProtoError";
  readonly code = "AGORA_PROTO";

  constructor(problem: string, options?: ErrorOptions) {
    super(`[AGORA_PROTO] ${problem}`, options);
  }
}
