import { join } from "node:path";

import type { createStandIns } from "@fairway/rehearse/rehearsal";
import { listen } from "@fairway/testbed";
import type { LocalRepository } from "./act-run.ts";

/** What plays each third-party action, by `owner/name`. */
export type StandIns = ReturnType<typeof createStandIns>;

export interface ActStandIns {
  /** Where the stand-in action asks what to do, as `FAIRWAY_STAND_INS`. */
  readonly url: string;
  /** The stand-in action in place of every third-party action that a text uses. Throws for one that nothing stands in for. */
  repositoriesFor(workflows: readonly string[], own: string): readonly LocalRepository[];
  close(): Promise<void>;
}

interface StandInRequest {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly github: Readonly<Record<string, string>>;
}

const FOLDER = join(import.meta.dirname, "act-stand-in");
const IMAGE_BUILDER = "docker/build-push-action";

/**
 * Serves stand-ins for third-party actions to the one action that act runs in the place of each.
 * `afterBuild` is called with the tags of the image that a build has pushed.
 */
export async function serveStandIns(
  standIns: StandIns,
  afterBuild: (tags: readonly string[]) => Promise<void> = () => Promise.resolve(),
): Promise<ActStandIns> {
  const server = await listen(async ({ body }, response) => {
    const { action, inputs, workspace, github } = JSON.parse(body.toString()) as StandInRequest;
    const standIn = standIns[action];
    if (standIn === undefined) throw new Error(`Nothing stands in for ${action}.`);
    const answer = await standIn({ inputs, workspace, environment: {}, contexts: { github } });
    if (action === IMAGE_BUILDER)
      await afterBuild([...(inputs["tags"] ?? "").matchAll(/:([^:\s,]+)\s*(?:[\n,]|$)/g)].map(([, tag = ""]) => tag));
    response.end(JSON.stringify(answer));
  });
  return { url: server.url, repositoriesFor, close: () => server.close() };

  function repositoriesFor(workflows: readonly string[], own: string): readonly LocalRepository[] {
    const uses = workflows.flatMap((text) => [
      ...text.matchAll(/^\s*(?:- )?uses: *([\w.-]+\/[\w.-]+)[\w./-]*@(\S+)/gm),
    ]);
    const foreign = uses.filter(([, name = ""]) => name !== own);
    const unknown = foreign.filter(([, name = ""]) => standIns[name] === undefined);
    if (unknown.length > 0)
      throw new Error(
        `Nothing stands in for ${unknown.map(([, name = "", ref = ""]) => `${name}@${ref}`).join(", ")}.`,
      );
    const references = new Set(foreign.map(([, name = "", ref = ""]) => `${name}@${ref}`));
    return [...references].map((reference) => ({ reference, folder: FOLDER }));
  }
}
