import type { Clock } from "@fairway/domain";

import type { Scope } from "./exchange-types.ts";
import type { Token } from "./token-service.ts";

/** A token is not used in the last seconds of its life: it must live until the registry looks at it. */
const EXPIRY_MARGIN_MS = 10_000;

export interface TokenCache {
  /** The text of a token for the scope: one that lives, one that is on its way, or a fresh one. */
  find(scope: Scope, fetch: () => Promise<Token>): Promise<string>;
  /** Drops what would be found for the scope. */
  forget(scope: Scope): void;
}

interface CachedToken {
  readonly token: Promise<Token>;
  /** On the clock's monotonic scale; infinite while the token is on its way. */
  usableUntilMs: number;
}

/** Keeps tokens by scope, so that requests that run together share one. A token that may push serves a pull as well. */
export function createTokenCache(clock: Clock): TokenCache {
  const tokens = new Map<string, CachedToken>();
  return {
    find: async (scope, fetch) => {
      const cached = usable(widened(scope)) ?? usable(scope) ?? keep(keyOf(scope), fetch());
      return (await cached.token).text;
    },
    forget: (scope) => {
      tokens.delete(keyOf(scope));
      tokens.delete(keyOf(widened(scope)));
    },
  };

  function usable(scope: Scope): CachedToken | undefined {
    const cached = tokens.get(keyOf(scope));
    return cached !== undefined && clock.elapsedMs() < cached.usableUntilMs ? cached : undefined;
  }

  function keep(key: string, token: Promise<Token>): CachedToken {
    const cached = { token, usableUntilMs: Number.POSITIVE_INFINITY };
    tokens.set(key, cached);
    void settle(key, cached);
    return cached;
  }

  async function settle(key: string, cached: CachedToken): Promise<void> {
    const since = clock.elapsedMs();
    try {
      const { lifetimeMs } = await cached.token;
      // A short-lived token is used for half its life, or it would never be used at all.
      cached.usableUntilMs = since + Math.max(lifetimeMs - EXPIRY_MARGIN_MS, lifetimeMs / 2);
    } catch {
      // Who asked for the token has the error; the next one asks anew.
      if (tokens.get(key) === cached) tokens.delete(key);
    }
  }
}

function widened(scope: Scope): Scope {
  return { ...scope, actions: "pull,push" };
}

function keyOf({ repository, actions }: Scope): string {
  return `${repository}:${actions}`;
}
