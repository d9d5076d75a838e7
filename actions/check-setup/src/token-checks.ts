import { fail, pass, unknown, type Check, type Finding } from "./check.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { Systems, TokenPermission } from "./ports.ts";

type FairwayAction = CheckSetupInputs["actions"][number];

/** Which action needs which permission of its job. A permission to write is one to read as well. */
const NEEDED_BY: Readonly<Record<TokenPermission, readonly FairwayAction[]>> = {
  "contents: write": ["check-concurrent", "create-release"],
  "contents: read": ["resolve-release", "ecs-deploy"],
  "actions: read": ["check-concurrent", "check-environment", "record-deployment"],
  "deployments: write": ["record-deployment"],
};

/** Whether the token may do what the actions need that will be used. */
export function checkToken({ actions }: CheckSetupInputs, { permissions }: Systems): Check[] {
  const needed = Object.entries(NEEDED_BY)
    .map(([permission, users]) => ({
      permission: permission as TokenPermission,
      users: users.filter((user) => actions.includes(user)),
    }))
    .filter(({ users }) => users.length > 0);
  const writes = needed.some(({ permission }) => permission === "contents: write");
  return needed
    .filter(({ permission }) => permission !== "contents: read" || !writes)
    .map(({ permission, users }) => ({
      kind: "asked",
      name: `Token, ${permission}`,
      ask: async () => judge(permission, listOf(users), await permissions.allows(permission)),
    }));
}

function judge(permission: TokenPermission, users: string, answer: "granted" | "refused" | "unproven"): Finding {
  const grant = `Give the job the permission ${permission}.`;
  switch (answer) {
    case "granted":
      return pass(`the token has it, for ${users}`);
    case "refused":
      return fail(`the token does not have it, which ${users} cannot do without`, grant);
    case "unproven":
      return unknown(
        `the token may read; that it may write is not shown without a change, as it must for ${users}`,
        grant,
      );
  }
}

function listOf(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), names.at(-1) ?? ""].filter((part) => part !== "").join(" and ");
}
