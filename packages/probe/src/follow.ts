import { exchange, type Answer, type ExchangeContext } from "./exchange.ts";

const MAX_REDIRECTS = 5;

/**
 * Follows redirects as long as they stay on the same scheme, host and port. A redirect that leads elsewhere, or the sixth
 * one, is itself the answer: what another host says is no statement about this one.
 */
export async function follow(start: URL, context: ExchangeContext): Promise<Answer> {
  let url = start;
  for (let count = 0; ; count += 1) {
    const answer = await exchange(url, context);
    const next = redirectOf(answer, url);
    if (next === undefined || next.origin !== start.origin || count === MAX_REDIRECTS) return answer;
    url = next;
  }
}

function redirectOf({ status, headers }: Answer, base: URL): URL | undefined {
  const location = headers["location"];
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  return URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}
