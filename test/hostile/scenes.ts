import type { Passage } from "../support/fault-proxy.ts";

/**
 * Secrets of one run. Each is found in no other text, and holds what encodings change: quotes, slashes, percent signs,
 * letters beyond ASCII.
 */
export const CANARIES = {
  registryUser: "canary-publisher",
  registryPassword: `cAn4ry/pa55+w0rd="%20&<'é~>`,
  awsAccessKeyId: "ASIACANARYCANARY0000",
  awsSecretAccessKey: "cAn4rySecret/Key+0123456789abcdefghijKLM",
  awsSessionToken: "cAn4rySession//Token+0123456789abcdefghijKLMNOP==",
  runtimeToken: "cAn4ryRuntimeToken.0123456789.abcdefghij",
  identityToken: "cAn4ryIdentityToken.0123456789.abcdefghij",
} as const;

/** What an entry may use to put its scene up. */
export interface Stage {
  /** A folder of this run alone. */
  readonly folder: string;
  /** Gives the address of a proxy in front of a server of the world; requests through it are counted and treated. */
  via(url: string): Promise<{ readonly url: string; readonly port: number }>;
}

/** One action ready to run against a world in which it should end green. */
export interface Scene {
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** Secrets that this run has, by what they are. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Reads the world itself: why a green result with these outputs is not true, or undefined when it is. */
  untrue(outputs: ReadonlyMap<string, string>): string | undefined;
  /** What a person does to start it again after a run that was cancelled: variables of the new run. */
  readonly restart?: () => Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Puts the scene of an action up. */
export type Entry = (stage: Stage) => Promise<Scene>;

/** Lets everything pass, and counts it. */
export function openPassage(treat: Passage["treat"] = () => ({ kind: "pass" })): Passage {
  return { count: 0, treat };
}
