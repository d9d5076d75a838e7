import { createServer } from "node:https";
import type { AddressInfo } from "node:net";

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Clock } from "@fairway/domain";
import { createCertificate } from "@fairway/testbed";

import { openServiceFleet } from "./service-fleet.ts";

const saved = { ...process.env };
const closers: (() => void)[] = [];
const slept: number[] = [];
const clock: Clock = { now: () => new Date(), elapsedMs: () => 0, sleep: async (ms) => void slept.push(ms) };

beforeEach(() => {
  slept.length = 0;
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "x", AWS_REGION: "eu-west-1" });
});

afterEach(() => {
  process.env = { ...saved };
  for (const close of closers.splice(0)) close();
});

/** What a look at a service comes to there, and how many requests got through. */
async function lookAt(endpoint: string): Promise<unknown> {
  process.env["AWS_ENDPOINT_URL"] = endpoint;
  const fleet = openServiceFleet({ clock, random: () => 0.5 });
  return fleet.describeService({ cluster: "production", service: "app" }).catch((error: unknown) => error);
}

async function serveTls(host: string): Promise<{ endpoint: string; requests: () => number }> {
  let requests = 0;
  const server = createServer(createCertificate({ host }), (_, response) => {
    requests += 1;
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, requests: () => requests };
}

test.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: "0" }])(
  "an endpoint whose certificate is not trusted gets no request and no second try, with %j",
  async (variables) => {
    Object.assign(process.env, variables);
    const { endpoint, requests } = await serveTls("127.0.0.1");
    expect(await lookAt(endpoint)).toMatchObject({
      code: "BAD_CERTIFICATE",
      message: `the certificate of ${new URL(endpoint).host} cannot be trusted: it is signed by itself, and this machine does not trust it; nothing was sent to it`,
      nextStep: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
    });
    expect([requests(), slept]).toEqual([0, []]);
  },
);

test("an endpoint over plain http is refused before anything is sent", async () => {
  expect(await lookAt("http://ecs.example")).toMatchObject({ code: "PLAIN_HTTP" });
  expect(slept).toEqual([]);
});
