import { type Input, optionalCount, optionalText } from "./input.ts";

/** One page of a list, by `maxResults` and `nextToken`; the token is the offset of the next page. */
export function pageOf<Item>(all: readonly Item[], input: Input): { items: Item[]; nextToken?: string } {
  const start = Number(optionalText(input, "nextToken") ?? 0);
  const end = start + (optionalCount(input, "maxResults") ?? 100);
  return { items: all.slice(start, end), ...(end < all.length && { nextToken: String(end) }) };
}
