import type { Clock } from "@fairway/domain";
import { createRecordingLog } from "@fairway/domain/testing";
import { createHttpTransport } from "@fairway/http";
import { listen, startRegistry, type LoopbackServer } from "@fairway/testbed";
import { afterEach, describe, expect, test } from "@jest/globals";

import { openImageProbe } from "./image-probe.ts";

const LOGIN = { username: "octo", password: "open-sesame" };
const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: () => Promise.resolve() };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function kept<Server extends LoopbackServer>(server: Server): Server {
  closers.push(() => server.close());
  return server;
}

function probe(server: LoopbackServer, credentials: typeof LOGIN | undefined = LOGIN) {
  const masked: string[] = [];
  const basics = { http: createHttpTransport(), clock, random: () => 0, log: createRecordingLog() };
  const opened = openImageProbe({ ...basics, credentials, mask: (secret) => masked.push(secret) });
  return { opened, masked, image: { registry: server.host, repository: "acme/shop" } };
}

describe("access to a registry", () => {
  test.each([
    [{ kind: "none" } as const, { kind: "open" }],
    [{ kind: "basic", ...LOGIN } as const, { kind: "password" }],
    [{ kind: "bearer", ...LOGIN } as const, { kind: "token", granted: undefined }],
  ])("that is guarded by %j is %j", async (auth, access) => {
    const { opened, image } = probe(kept(await startRegistry({ auth })));
    expect(await opened.access(image, "pull,push")).toEqual(access);
  });

  test.each(["basic", "bearer"] as const)("is refused with the wrong password, by %s", async (kind) => {
    const { opened, image } = probe(kept(await startRegistry({ auth: { kind, ...LOGIN } })), {
      ...LOGIN,
      password: "wrong-sesame",
    });
    await expect(opened.access(image, "pull")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("asks for a push and makes none, and masks what it is given", async () => {
    const server = kept(await startRegistry({ auth: { kind: "bearer", ...LOGIN } }));
    const { opened, image, masked } = probe(server);
    await opened.access(image, "pull,push");
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
    expect(decodeURIComponent(server.requests[1]?.path ?? "")).toContain("scope=repository:acme/shop:pull,push");
    expect(masked).toEqual([LOGIN.password, expect.any(String)]);
  });

  test.each([
    [[{ type: "repository", name: "acme/shop", actions: ["pull"] }], ["pull"]],
    [[{ type: "repository", name: "acme/other", actions: ["pull", "push"] }], []],
    [[], []],
    [undefined, undefined],
  ])("has the rights that the token tells: %j", async (access, granted) => {
    const token = ["e30", Buffer.from(JSON.stringify({ access })).toString("base64url"), "x"].join(".");
    const server = kept(
      await listen(({ path, headers }, response) => {
        if (path.startsWith("/token")) response.end(JSON.stringify({ token }));
        else if (headers.authorization === undefined)
          response.writeHead(401, { "www-authenticate": `Bearer realm="http://${headers.host}/token"` }).end();
        else response.end();
      }),
    );
    const { opened, image } = probe(server);
    expect(await opened.access(image, "pull,push")).toEqual({ kind: "token", granted });
  });

  test.each([
    [503, "REGISTRY_DOWN"],
    [404, "REGISTRY_REFUSED"],
  ])("at a host that answers %d is %s", async (status, code) => {
    const server = kept(await listen((_request, response) => void response.writeHead(status).end()));
    const { opened, image } = probe(server);
    await expect(opened.access(image, "pull")).rejects.toMatchObject({ code });
  });
});
