import { nextEventId } from "./identity.ts";
import type { FleetState, ServiceState } from "./model.ts";

const KEPT_EVENTS = 100;

/** Adds a service event, newest first; ECS keeps the last hundred. */
export function say(fleet: FleetState, service: ServiceState, text: string): void {
  const event = { id: nextEventId(fleet), at: fleet.now, message: `(service ${service.name}) ${text}` };
  service.events = [event, ...service.events].slice(0, KEPT_EVENTS);
}
