/** GitHub refuses a longer description: https://docs.github.com/en/rest/deployments/statuses */
const MAX_DESCRIPTION = 140;

/** What is known of a deployment that has ended. */
export interface End {
  readonly state: "success" | "failure" | "cancelled";
  readonly version: string;
  readonly reason: string | undefined;
  /** ARN of the task definition. */
  readonly taskDefinition: string | undefined;
}

/** The verdict in the one line that GitHub shows with a record, verdict first. */
export function describeEnd({ state, version, reason, taskDefinition }: End): string {
  const revision = taskDefinition?.split("/").at(-1) ?? "";
  switch (state) {
    case "success":
      return fit(revision === "" ? `${version} serves` : `${version} serves, as ${revision}`);
    case "failure":
      return fit(`${version} failed: ${oneLine(reason) || "a step ended red, the run says which"}`);
    case "cancelled":
      return fit(`${version} was cancelled before it was proven to serve`);
  }
}

/** A text as one line that GitHub takes; what is longer ends in an ellipsis. */
export function fit(text: string): string {
  const line = oneLine(text).toWellFormed();
  if (line.length <= MAX_DESCRIPTION) return line;
  // Half of a character that takes two units would be sent as something else.
  return `${line.slice(0, MAX_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function oneLine(text = ""): string {
  return text
    .replaceAll(/[\s\u0085]+/g, " ")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}
