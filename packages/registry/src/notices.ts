import type { Log } from "@fairway/domain";

/**
 * Shows what a registry says beside its answers: each `Warning` once
 * (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#warnings), and once how many pulls are left.
 */
export function createNotices(host: string, log: Log): (headers: Readonly<Record<string, string>>) => void {
  const shown = new Set<string>();
  let limitShown = false;
  return (headers) => {
    const warning = headers["warning"];
    if (warning !== undefined && !shown.has(warning)) {
      shown.add(warning);
      log.warning(`${host} says: ${warning.slice(0, 500)}`);
    }
    const limit = /^(\d{1,9})(?:;w=(\d{1,9}))?$/.exec(headers["ratelimit-remaining"] ?? "");
    if (limit !== null && !limitShown) {
      limitShown = true;
      const window = limit[2] === undefined ? "" : ` in ${limit[2]} s`;
      log.info(`${host} leaves ${limit[1] ?? ""} pulls${window}`);
    }
  };
}
