import { setSecret } from "@actions/core";

/** Shorter values are not masked: a mask of one or two letters blanks the log and drops outputs that hold them. */
const MIN_LENGTH = 6;

/** A key or token of AWS has 40 characters or more; anything much shorter stands there for a test. */
const MIN_AWS_LENGTH = 16;

/** What was masked so far, in the forms in which an answer could repeat it, longest first. */
let hidden: readonly string[] = [];

/**
 * Hides a secret in everything that the runner prints, with the forms that the runner's own encoders do not cover
 * (hexadecimal, base64 for URLs and form encoding), and in outputs. Must be called before the secret is used for the first time.
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
  const inside = [JSON.stringify(secret).slice(1, -1), ...[0, 1, 2].map((before) => insideBase64(bytes, before))];
  const all = new Set([...hidden, ...forms, ...inside.filter((form) => form.length >= MIN_LENGTH)]);
  hidden = [...all].sort((left, right) => right.length - left.length);
}

/**
 * Masks the credentials of AWS that are in the environment of the step. Whoever put them there may not have done it, and a
 * server that repeats what it was sent would show them.
 */
export function maskAwsCredentials(environment: Readonly<Record<string, string | undefined>>): void {
  for (const name of ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) {
    const secret = environment[name] ?? "";
    if (secret.length >= MIN_AWS_LENGTH) mask(secret);
  }
}

/**
 * The text without what was masked. The runner hides masks in logs and summaries alone; a job's output that holds one reaches
 * the next job as an empty text, so it is better to see where something was.
 */
export function withoutSecrets(text: string): string {
  return hidden.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}

/** The part of a base64 text that is the same whatever comes before and after the secret, `user:` for one. */
function insideBase64(secret: Buffer, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), secret]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return before === 0 ? whole : whole.slice(4);
}
