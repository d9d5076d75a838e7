/** `Link: </v2/…>; rel="next"`: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
export function nextPage(link: string | undefined, current: string, origin: string): string | undefined {
  const target = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(link ?? "")?.[1];
  if (target === undefined || !URL.canParse(target, current)) return undefined;
  const next = new URL(target, current);
  // Some registries behind a proxy name themselves by another host; the list is this registry's, so it is asked.
  return `${next.pathname}${next.search}` === current.slice(origin.length) ? undefined : next.pathname + next.search;
}
