import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { WorldPicture } from "@fairway/rehearse/rehearsal";
import { serves } from "../support/act-examples.ts";
import type { DispatchedRun } from "../support/act-dispatch.ts";
import { ACT_TOOLS, openActWorld, type ActWorld } from "../support/act-world.ts";
import { describeWithTool } from "../support/tools.ts";

/**
 * Enterprise Server has its API below /api/v3 of its one host, takes uploads at /api/uploads, tells no digests of assets, and
 * knows neither `$/path` nor `deployment: false`: the workflows are run as a release of Fairway has rendered them.
 */
describeWithTool(ACT_TOOLS, "a beta to staging and to production under act with Enterprise Server", () => {
  let place: ActWorld;
  let checked: DispatchedRun;
  let staging: DispatchedRun;
  let staged: WorldPicture;
  let promotion: DispatchedRun;
  let promoted: WorldPicture;
  let beta: string;

  beforeAll(async () => {
    place = await openActWorld({ site: "enterprise-server" });
    place.commit("0.1.0");
    checked = await place.start("check-setup.yml");
    staging = await place.start("staging.yml");
    staged = await place.picture();
    beta = staged.releases[0]?.tag ?? "";
    promotion = await place.start("enterprise-server.yml", { "beta-tag": beta });
    promoted = await place.picture();
  });
  afterAll(() => place.close());

  test("all are green, the check of the set-up before them as well", () => {
    const ends = [checked, staging, promotion].map(({ conclusion, errors }) => ({ conclusion, errors }));
    const green = { conclusion: "success", errors: [] };
    expect(ends).toEqual([green, green, green]);
  });

  test("staging serves the beta, then production does, and both leases are free", () => {
    expect(beta).toMatch(/^0\.1\.0-\w{7}\.beta$/);
    expect(staged.staging).toEqual(serves(staged, beta));
    expect(promoted.production).toEqual(serves(promoted, beta));
    expect(promoted.leases).toEqual({ staging: "free", production: "free" });
  });

  test("the releases are whole, though the server tells no digest of what it keeps", () => {
    const assets = [expect.stringMatching(/^manifest\.json sha256:/)];
    expect(promoted.releases).toMatchObject([
      { tag: "0.1.0", kind: "release", latest: true, assets },
      { tag: beta, kind: "prerelease", latest: false, assets },
    ]);
  });

  test("the deployment is recorded, with addresses of the server in it", () => {
    expect(promoted.records).toMatchObject({ staging: { active: [beta], open: 0 } });
    const { github, repository } = place.world;
    const page = `${github.serverUrl}/${repository.fullName}/`;
    expect(github.serverUrl).not.toContain("/api/");
    for (const { url, summaries } of [staging, promotion]) {
      expect(url).toContain(page);
      expect(summaries.join("\n")).toContain(page);
      expect(summaries.join("\n")).not.toContain("github.com");
    }
  });

  test("every request is one that the server has an address for, and uploads go where the release says", () => {
    const { requests } = place.world.github;
    const addresses = requests.map(({ method, path }) => `${method} ${path}`);
    expect(addresses.filter((address) => !/^\w+ \/(api\/v3|api\/uploads|asset-storage)\//.test(address))).toEqual([]);
    const uploads = addresses.filter((address) => address.includes("/api/uploads/"));
    expect(uploads).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/^POST .*name=manifest\.json/)));
  });
});
