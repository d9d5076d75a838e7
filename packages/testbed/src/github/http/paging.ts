import type { Call } from "./call.ts";
import { json, type Reply } from "./reply.ts";

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page of a list and its Link header, by `per_page` (30 unless told, 100 at most) and `page`. */
export function paged<T>(call: Call, items: readonly T[], present: (item: T) => unknown): Reply {
  const { slice, headers } = pageOf(call, items);
  return json(slice.map(present), 200, headers);
}

/** The same for the endpoints that wrap the list in `{ total_count, <name>: [...] }`. */
export function pagedAs<T>(call: Call, name: string, items: readonly T[], present: (item: T) => unknown): Reply {
  const { slice, headers } = pageOf(call, items);
  return json({ total_count: items.length, [name]: slice.map(present) }, 200, headers);
}

/** The page itself, for bodies that hold more than the list. */
export function pageOf<T>(call: Call, items: readonly T[]): { slice: readonly T[]; headers: Record<string, string> } {
  const perPage = Math.min(positive(call.query.get("per_page"), DEFAULT_PER_PAGE), MAX_PER_PAGE);
  const page = positive(call.query.get("page"), 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = linkHeader(call, page, last);
  const slice = items.slice((page - 1) * perPage, page * perPage);
  return { slice, headers: link === "" ? {} : { link } };
}

function positive(text: string | null, fallback: number): number {
  const value = Number(text ?? fallback);
  return Number.isInteger(value) && value > 0 ? value : fallback;
}

/** https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
function linkHeader(call: Call, page: number, last: number): string {
  const to = (number: number, relation: string): string => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(number));
    return `<${call.address}?${query.toString()}>; rel="${relation}"`;
  };
  const links = [];
  if (page > 1) links.push(to(Math.min(page - 1, last), "prev"));
  if (page < last) links.push(to(page + 1, "next"), to(last, "last"));
  if (page > 1) links.push(to(1, "first"));
  return links.join(", ");
}
