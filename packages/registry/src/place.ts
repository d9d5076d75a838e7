import type { Exchange } from "./exchange.ts";

/** A repository, and the way to talk to its registry. */
export interface Place {
  readonly exchange: Exchange;
  readonly repository: string;
}

/** `ghcr.io/acme/shop`, for people. */
export function nameOfPlace({ exchange, repository }: Place): string {
  return `${exchange.registry.host}/${repository}`;
}

/** Whether two places are in one registry, so that content can be mounted instead of sent. */
export function inOneRegistry(a: Place, b: Place): boolean {
  return a.exchange === b.exchange;
}
