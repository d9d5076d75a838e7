import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startWorld, type World } from "@fairway/testbed";
import { checkOutCommit } from "./world-checkout.ts";

describe("a checkout of a commit of the embedded GitHub", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-checkout-"));
  let world: World;
  let commit: string;
  beforeAll(async () => {
    world = await startWorld();
    const { github, repository } = world;
    const files = { "scripts/migrate.sh": "#!/bin/sh\necho migrated\n", "README.md": "Shop\n", newest: "README.md" };
    const modes = { "scripts/migrate.sh": "100755", newest: "120000" } as const;
    commit = repository.commit({ message: "Add a script", files, modes });
    const api = `${github.url}/repos/${repository.fullName}`;
    await checkOutCommit({ api, token: github.token(), commit }, folder);
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  test("is the very commit, with nothing changed in the folder", () => {
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
    expect(git("rev-parse", "HEAD").trim()).toBe(commit);
    expect(git("status", "--porcelain")).toBe("");
  });

  test("lets a script be run that may be run in the repository, and no other file", () => {
    expect(execFileSync(join(folder, "scripts/migrate.sh"), { encoding: "utf8" })).toBe("migrated\n");
    expect(lstatSync(join(folder, "README.md")).mode & 0o111).toBe(0);
  });

  test("has a link where the repository has one", () => {
    expect(readlinkSync(join(folder, "newest"))).toBe("README.md");
  });
});
