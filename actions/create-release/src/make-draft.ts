import type { Release } from "@fairway/domain";

import type { CreateReleasePorts, NewRelease } from "./ports.ts";
import { resolveWrite } from "./resolve-write.ts";

/** Milliseconds after which GitHub's list has what was written, as a rule; the list may lag behind. */
const SETTLE_MS = 2000;

export interface MadeDraft {
  readonly draft: Release;
  /** Whether it was sent more than once, so that there may be a second one. */
  readonly repeated: boolean;
}

/**
 * Makes a draft, once. When the answer is lost the list is read, and after a pause read again, before another is sent. From
 * the answer on the draft is known by its id, and nothing makes a second one.
 */
export async function makeDraft(wanted: NewRelease, ports: CreateReleasePorts): Promise<MadeDraft> {
  const { releases, log } = ports;
  let sent = 0;
  const draft = await resolveWrite(
    {
      write: () => {
        sent += 1;
        return releases.createDraft(wanted);
      },
      readBack: async () => oldestDraft(wanted.tag, await listSettled(wanted.tag, ports)),
    },
    ports,
  );
  log.info(`created a draft of ${wanted.tag}`);
  return { draft, repeated: sent > 1 };
}

/** All releases. A list without one of this tag is read a second time after a pause, since it may be an old one. */
export async function listSettled(tag: string, ports: CreateReleasePorts): Promise<readonly Release[]> {
  const first = await ports.releases.all();
  if (first.some((release) => release.tag === tag)) return first;
  await ports.clock.sleep(SETTLE_MS, ports.signal);
  return ports.releases.all();
}

function oldestDraft(tag: string, releases: readonly Release[]): Release | undefined {
  return releases.filter((release) => release.draft && release.tag === tag).toSorted((a, b) => a.id - b.id)[0];
}
