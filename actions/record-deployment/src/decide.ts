/** What GitHub shows for a state, as far as it matters here. */
export type Standing = "open" | "serving" | "ended";

/** Whether a record still waits for its end, says that it serves, or is over. */
export function standingOf(state: string): Standing {
  if (state === "pending" || state === "queued" || state === "in_progress" || state === "waiting") return "open";
  return state === "success" ? "serving" : "ended";
}

/** What is done with a record when its deployment has ended: an end that was told is never told otherwise. */
export function decideEnd(state: string): "mark" | "keep" {
  return standingOf(state) === "open" ? "mark" : "keep";
}

/** The status that stands for what came of a deployment; what was cancelled has no verdict, which GitHub calls an error. */
export function statusOf(state: "success" | "failure" | "cancelled"): "success" | "failure" | "error" {
  return state === "cancelled" ? "error" : state;
}
