import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startGitHub, type GitHubServer } from "@fairway/testbed";

import {
  PUBLISHER,
  READER,
  startDistributionRegistry,
  type DistributionRegistry,
} from "../support/distribution-registry.ts";
import { runBundle } from "../support/run-bundle.ts";
import { describeWithTool } from "../support/tools.ts";

interface Row {
  readonly check: string;
  readonly state: string;
  readonly found: string;
}

/** Debian's registry with a token service that signs what each account may do, as registries do that tell it. */
describeWithTool(["docker-registry", "openssl"], "check-setup and a real registry", () => {
  let registry: DistributionRegistry;
  let github: GitHubServer;

  beforeAll(async () => {
    registry = await startDistributionRegistry("token");
    github = await startGitHub();
    github.repository("acme/shop");
  }, 60_000);
  afterAll(async () => {
    await Promise.all([registry.stop(), github.close()]);
  });

  async function check({ username, password }: { username: string; password: string }): Promise<Record<string, Row>> {
    const login = { "registry-username": username, "registry-password": password };
    const result = await runBundle({
      action: "check-setup",
      inputs: { "github-token": github.token(), image: `${registry.host}/acme/shop:1.0.0`, ...login },
      env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "1" },
    });
    const rows = JSON.parse(result.outputs["checks"] ?? "[]") as Row[];
    return Object.fromEntries(rows.map((row) => [row.check, row]));
  }

  test("tells who may push and who may only pull, without a push, and that the image is not there", async () => {
    const [publisher, reader] = await Promise.all([check(PUBLISHER), check(READER)]);
    expect(publisher).toMatchObject({ Registry: { state: "pass" }, Push: { state: "pass" }, Image: { state: "fail" } });
    expect(reader).toMatchObject({ Registry: { state: "pass" }, Push: { state: "fail" }, Image: { state: "fail" } });
    expect(reader["Push"]?.found).toMatch(/the token allows pull$/);
  }, 60_000);

  test("fails for an account that the token service does not know", async () => {
    const rows = await check({ ...PUBLISHER, password: "not-that-one" });
    expect(rows).toMatchObject({
      Registry: { state: "fail" },
      Push: { state: "unknown" },
      Image: { state: "unknown" },
    });
  }, 60_000);

  test("has written nothing: the registry's own log has readings alone", async () => {
    const requests = await registry.requests();
    expect(requests.length).toBeGreaterThan(4);
    expect(requests.filter((request) => !/^(GET|HEAD) /.test(request))).toEqual([]);
  });
});
