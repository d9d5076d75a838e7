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
  readonly scope: Scope;
  readonly token: Promise<Token>;
  /** On the clock's monotonic scale; infinite while the token is on its way. */
  usableUntilMs: number;
}

/** Keeps tokens, so that requests that run together share one. A token that allows more serves those who need less. */
export function createTokenCache(clock: Clock): TokenCache {
  const tokens = new Set<CachedToken>();
  return {
    find: async (scope, fetch) => {
      const usable = [...tokens].find((cached) => covers(cached.scope, scope) && isUsable(cached));
      return (await (usable ?? keep(scope, fetch())).token).text;
    },
    forget: (scope) => {
      for (const cached of tokens) if (covers(cached.scope, scope)) tokens.delete(cached);
    },
  };

  function isUsable({ usableUntilMs }: CachedToken): boolean {
    return clock.elapsedMs() < usableUntilMs;
  }

  function keep(scope: Scope, token: Promise<Token>): CachedToken {
    const cached = { scope, token, usableUntilMs: Number.POSITIVE_INFINITY };
    tokens.add(cached);
    void settle(cached);
    return cached;
  }

  async function settle(cached: CachedToken): Promise<void> {
    const since = clock.elapsedMs();
    try {
      const { lifetimeMs } = await cached.token;
      // A short-lived token is used for half its life, or it would never be used at all.
      cached.usableUntilMs = since + Math.max(lifetimeMs - EXPIRY_MARGIN_MS, lifetimeMs / 2);
    } catch {
      // Who asked for the token has the error; the next one asks anew.
      tokens.delete(cached);
    }
  }
}

/** Whether a token for one scope allows all of another. */
function covers(held: Scope, wanted: Scope): boolean {
  const repository = held.repository === wanted.repository;
  const actions = held.actions === "pull,push" || wanted.actions === "pull";
  const mount = wanted.mountFrom === undefined || wanted.mountFrom === held.mountFrom;
  return repository && actions && mount;
}
