import { member, parseJson, refusal, upstream } from "@fairway/domain";

import type { Exchange } from "./exchange.ts";
import type { RegistryRequest } from "./exchange-types.ts";
import { nextPage } from "./next-page.ts";
import { complaintOf } from "./registry-errors.ts";

const PAGE_SIZE = 1000;
const MAX_PAGES = 50;

/** All tags of a repository, page after page. A list that does not end is refused: half a list proves nothing. */
export async function listTags(exchange: Exchange, repository: string): Promise<readonly string[]> {
  const tags: string[] = [];
  let path: string | undefined = `/v2/${repository}/tags/list?n=${PAGE_SIZE}`;
  for (let page = 0; path !== undefined; page += 1) {
    if (page === MAX_PAGES) throw tooMany(exchange.registry.host, repository, tags.length);
    const request: RegistryRequest = { method: "GET", path, scope: { repository, actions: "pull" } };
    const answer = await exchange.send(request);
    if (answer.status === 404 && complaintOf(answer).code === "NAME_UNKNOWN") return [];
    if (answer.status !== 200) throw await exchange.refused(request, answer);
    tags.push(...tagsOf(exchange.registry.host, answer.body));
    path = nextPage(answer.headers["link"], exchange.registry.origin + path, exchange.registry.origin);
  }
  return tags;
}

function tagsOf(host: string, body: Uint8Array): readonly string[] {
  const answer = parseJson(new TextDecoder().decode(body));
  const tags = member(answer, "tags");
  // A repository without tags has null here.
  if (tags === null) return [];
  if (Array.isArray(tags)) return tags.filter((tag): tag is string => typeof tag === "string");
  throw upstream("BAD_TAG_LIST", `${host} answered the request for a list of tags with something else`);
}

function tooMany(host: string, repository: string, count: number): Error {
  return refusal(
    "TOO_MANY_TAGS",
    `${repository} on ${host} has more than ${count} tags, too many to find the newest version among them`,
    "Remove old tags, or decide yourself with move-floating: always or never.",
  );
}
