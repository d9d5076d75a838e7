import { configuration } from "@fairway/domain";

/**
 * Seconds since 1970 that a build takes as its time, where the environment gives them; undefined where it does not.
 * https://reproducible-builds.org/specs/source-date-epoch/
 */
export function readSourceDateEpoch(): number | undefined {
  const text = process.env["SOURCE_DATE_EPOCH"] ?? "";
  if (text === "") return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw configuration(
    "BAD_SOURCE_DATE_EPOCH",
    `SOURCE_DATE_EPOCH is "${text.slice(0, 60)}", which is no number of seconds since 1970`,
    "Set it to what git log -1 --format=%ct prints, or leave it out: the commit's time is the default.",
  );
}
