import type { Repeatable } from "../world/fault-list.ts";
import { AwsError } from "./wire/aws-error.ts";

/**
 * What can be made to go wrong, on the next `times` calls of an action (of any action when none is named): `error`
 * answers a typed error; `throttle` and `access-denied` are the two that every client must tell apart; `lost-answer`
 * does the work and cuts the connection; `drop` cuts it before; `stale` answers from the state of that many virtual
 * milliseconds ago; `delay` waits that many real milliseconds first.
 */
export type EcsFault = Repeatable & { readonly action?: string } & (
    | { readonly kind: "error"; readonly type: string; readonly status?: number; readonly message?: string }
    | { readonly kind: "throttle" }
    | { readonly kind: "access-denied" }
    | { readonly kind: "lost-answer" }
    | { readonly kind: "drop" }
    | { readonly kind: "stale"; readonly ms: number }
    | { readonly kind: "delay"; readonly ms: number }
  );

/** The typed error that a fault stands for, or nothing when it goes wrong in another way. */
export function errorOf(fault: EcsFault | undefined, action: string, service: string): AwsError | undefined {
  if (fault?.kind === "error") {
    return new AwsError(fault.type, fault.message ?? "An injected failure of the embedded ECS.", fault.status);
  }
  if (fault?.kind === "throttle") return new AwsError("ThrottlingException", "Rate exceeded");
  if (fault?.kind !== "access-denied") return undefined;
  return new AwsError(
    "AccessDeniedException",
    `User: arn:aws:iam::000000000000:user/deployer is not authorized to perform: ${service}:${action} because no identity-based policy allows the ${service}:${action} action`,
  );
}
