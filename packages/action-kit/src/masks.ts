import { setSecret } from "@actions/core";

/** Shorter values are not masked: a mask of one or two letters blanks the log and drops outputs that hold them. */
const MIN_LENGTH = 6;

/**
 * Hides a secret in everything that the runner prints, with the forms that the runner's own encoders do not cover
 * (hexadecimal, base64 for URLs and form encoding). Must be called before the secret is used for the first time.
 */
export function mask(secret: string): void {
  if (secret.length < MIN_LENGTH) return;
  const bytes = Buffer.from(secret, "utf8");
  const forms = [
    secret,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    encodeURIComponent(secret),
  ];
  for (const form of new Set(forms)) setSecret(form);
}
