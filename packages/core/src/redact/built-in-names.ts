/** The names of the built-in patterns, in the order in which they run. */
export const BUILT_IN_NAMES: readonly string[] = [
  "private-key",
  "url-credentials",
  "key-value",
  "basic-auth",
  "bearer",
  "jwt",
  "aws-key",
  "credit-card",
  "email",
  "iban",
  "ipv4",
];
