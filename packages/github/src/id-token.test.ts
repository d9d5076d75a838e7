import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createHttpTransport } from "@fairway/http";
import { listen, type LoopbackServer } from "@fairway/testbed";

import { openIdTokens } from "./id-token.ts";

const CLAIMS = { sub: "repo:acme/shop:ref:refs/heads/main", repository: "acme/shop", repository_id: "2" };

let server: LoopbackServer;
let answer: { status: number; body: string };
beforeEach(async () => {
  const payload = Buffer.from(JSON.stringify(CLAIMS)).toString("base64url");
  answer = { status: 200, body: JSON.stringify({ value: `e30.${payload}.x` }) };
  server = await listen((_request, response) => void response.writeHead(answer.status).end(answer.body));
});
afterEach(() => server.close());

function open(environment: Record<string, string>) {
  const masked: string[] = [];
  const signal = new AbortController().signal;
  const tokens = openIdTokens({ http: createHttpTransport(), signal, mask: (text) => masked.push(text), environment });
  return { tokens, masked };
}

function offered() {
  const address = `${server.url}/token?api-version=2.0`;
  return open({ ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "runner-secret" });
}

test("is asked for with the audience and the runner's own token, masked, and read", async () => {
  const { tokens, masked } = offered();
  const token = await tokens.request("sts.amazonaws.com");
  expect(token).toMatchObject({ subject: CLAIMS.sub, repository: "acme/shop", repositoryId: "2", ownerId: "" });
  expect(token.environment).toBeUndefined();
  expect(masked).toEqual([token.text]);
  expect(server.requests[0]).toMatchObject({
    method: "GET",
    path: "/token?api-version=2.0&audience=sts.amazonaws.com",
    headers: { authorization: "Bearer runner-secret" },
  });
});

test("is not offered to a job without the permission", async () => {
  const { tokens } = open({});
  expect(tokens.offered).toBe(false);
  await expect(tokens.request("sts.amazonaws.com")).rejects.toMatchObject({ code: "NO_ID_TOKEN" });
});

test.each([
  [500, "{}"],
  [200, "<html>"],
  [200, "{}"],
])("is an error of GitHub when the answer is %d %s", async (status, body) => {
  answer = { status, body };
  await expect(offered().tokens.request("sts.amazonaws.com")).rejects.toMatchObject({ code: "ID_TOKEN_FAILED" });
});
