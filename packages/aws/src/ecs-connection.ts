import { ECSClient } from "@aws-sdk/client-ecs";
import { configuration, retry, type Clock } from "@fairway/domain";

import { classify, isTransient, translate, type Failure } from "./ecs-errors.ts";

const CONNECT_TIMEOUT_MS = 5000;
const ANSWER_TIMEOUT_MS = 15_000;

export interface ConnectionOptions {
  /** Absent: AWS_REGION, AWS_DEFAULT_REGION, or the profile's. */
  readonly region?: string | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** Which failures of a call may be followed by the same call again. */
export type Repeat =
  /** A read, or a write whose repetition does no harm. */
  | "always"
  /** A write: only when it was certainly not carried out. */
  | "when-unsent"
  /** A read that is only asked for detail: not worth waiting for. */
  | "briefly";

export interface EcsConnection {
  readonly client: ECSClient;
  readonly region: () => Promise<string>;
  /** Sends with retries by the rule given; throws FairwayErrors, or the signal's reason when cancelled. */
  send<T>(call: string, repeat: Repeat, attempt: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T>;
}

const POLICIES = {
  always: { attempts: 8, budgetMs: 60_000, baseMs: 250 },
  "when-unsent": { attempts: 8, budgetMs: 60_000, baseMs: 250 },
  briefly: { attempts: 2, budgetMs: 5000, baseMs: 250 },
} as const;

/**
 * Opens a client whose endpoint comes from AWS_ENDPOINT_URL_ECS or AWS_ENDPOINT_URL when they are set, as the SDK has it.
 * The SDK's own retries are off: what may be repeated depends on the call.
 */
export function openEcsConnection(options: ConnectionOptions): EcsConnection {
  const region = options.region ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  const client = new ECSClient({
    ...(region === undefined || region === "" ? {} : { region }),
    retryStrategy: { mode: "none", retry: (next, args) => next(args) },
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: ANSWER_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  refusePlainHttp(client);
  const signal = options.signal ?? new AbortController().signal;
  return {
    client,
    region: () => client.config.region(),
    send: async (call, repeat, attempt) => {
      try {
        const { clock, random } = options;
        const judge = (error: unknown) => ({ kind: mayRepeat(error, repeat) ? "again" : "give-up" }) as const;
        return await retry(() => attempt({ abortSignal: signal }), {
          clock,
          random,
          judge,
          signal,
          ...POLICIES[repeat],
        });
      } catch (error) {
        throw signal.aborted ? signal.reason : translate(error, call);
      }
    },
  };
}

function mayRepeat(error: unknown, repeat: Repeat): boolean {
  const unsent: readonly Failure[] = ["unsent", "throttled"];
  return repeat === "when-unsent" ? unsent.includes(classify(error)) : isTransient(error);
}

/** Credentials sign each request, but its content would be readable and answers could be forged. */
function refusePlainHttp(client: ECSClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { protocol, hostname } = args.request as { protocol: string; hostname: string };
      if (protocol === "https:" || isLoopback(hostname)) return next(args);
      throw configuration(
        "PLAIN_HTTP",
        `The endpoint of ECS is ${protocol}//${hostname}; plain http is used on loopback only`,
        "Set AWS_ENDPOINT_URL_ECS or AWS_ENDPOINT_URL to an https address, or unset them.",
      );
    },
    { step: "finalizeRequest", priority: "low", name: "refusePlainHttp" },
  );
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}
