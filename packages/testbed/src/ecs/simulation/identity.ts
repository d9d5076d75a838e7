import { createHash } from "node:crypto";
import type { FleetState } from "./model.ts";

/** The next 19-digit deployment number of the fleet. Reproducible, so that a replay gives the same ids. */
export function nextNumber(fleet: FleetState): string {
  const drawn = BigInt(`0x${draw(fleet, "deployment").slice(0, 15)}`) % 8_000_000_000_000_000_000n;
  return (1_000_000_000_000_000_000n + drawn).toString();
}

/** The next 32-digit task id of the fleet. */
export function nextTaskId(fleet: FleetState): string {
  return draw(fleet, "task").slice(0, 32);
}

/** An id in the form of a service deployment's, 21 characters. */
export function nextServiceDeploymentId(fleet: FleetState): string {
  return Buffer.from(draw(fleet, "service-deployment"), "hex").toString("base64url").slice(0, 21);
}

/** A UUID-shaped id for an event. */
export function nextEventId(fleet: FleetState): string {
  const hex = draw(fleet, "event");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** An address of the task's own, from its id. */
export function addressOf({ id }: { readonly id: string }): string {
  const number = Buffer.from(id).reduce((sum, byte) => (sum * 31 + byte) % 65_536, 7);
  return `10.0.${Math.floor(number / 256)}.${number % 256}`;
}

function draw(fleet: FleetState, purpose: string): string {
  fleet.sequence += 1;
  return createHash("sha256").update(`${purpose} ${fleet.sequence}`).digest("hex");
}
