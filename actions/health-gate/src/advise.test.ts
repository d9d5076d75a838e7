import { describe, expect, test } from "@jest/globals";

import { advise } from "./advise.ts";
import type { Seen } from "./ports.ts";

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Seen {
  return { kind: "answer", status, headers, body: "", tookMs: 5 };
}

describe("the advice about a status", () => {
  test.each([
    [404, "Check the path in url"],
    [410, "Check the path in url"],
    [401, "open to everybody"],
    [403, "open to everybody"],
    [405, "answers GET"],
    [418, "list it in expect-status"],
    [429, "limit on requests"],
    [500, "application's own log"],
    [503, "application's own log"],
    [502, "health of its targets"],
    [504, "health of its targets"],
  ])("%i", (status, words) => {
    expect(advise("STATUS", answer(status))).toContain(words);
  });

  test("is never the application's log when the path or a login is what is wrong", () => {
    for (const status of [301, 401, 403, 404, 405]) expect(advise("STATUS", answer(status))).not.toContain("own log");
  });

  test.each([
    [{ location: "https://www.example.com/ready?token=abc#x" }, "Give https://www.example.com/ready in url"],
    [{ location: "/login?next=%2Fready" }, "Give /login in url"],
    [{ location: "" }, "Give the address that it names in url"],
    [{}, "Give the address that it names in url"],
  ])("of a redirect names where it leads, without its query: %j", (headers, words) => {
    expect(advise("STATUS", answer(302, headers))).toContain(words);
    expect(advise("STATUS", answer(302, headers))).not.toContain("abc");
  });
});

describe("the advice about an answer that is not as expected", () => {
  test.each([
    ["VERSION", "the deployment was not rolled back"],
    ["UNVERSIONED", "Check version-pointer"],
    ["HEADER", "Compare expect-header"],
    ["JSON", "the part that is named above"],
  ] as const)("%s", (code, words) => {
    expect(advise(code, answer(200))).toContain(words);
  });
});

describe("the advice about no answer", () => {
  test.each<[Seen, string]>([
    [{ kind: "refused" }, "listens on that port"],
    [{ kind: "refused" }, "security group"],
    [{ kind: "timed-out", phase: "connecting", afterMs: 1 }, "security group"],
    [{ kind: "timed-out", phase: "resolving", afterMs: 1 }, "resolver"],
    [{ kind: "timed-out", phase: "handshaking", afterMs: 1 }, "speaks TLS"],
    [{ kind: "timed-out", phase: "waiting", afterMs: 1 }, "own log"],
    [{ kind: "timed-out", phase: "reading", afterMs: 1 }, "not a stream"],
    [{ kind: "dns", code: "ENOTFOUND" }, "host's name in url"],
    [{ kind: "broken", code: "ECONNRESET", message: "" }, "scheme and port"],
    [{ kind: "forbidden", message: "" }, "https unless it is loopback"],
    [{ kind: "too-large", status: 200, maxBytes: 1 }, "path in url"],
    [{ kind: "login-refused", sqlState: "57P03", message: "", tookMs: 1 }, "database's own log"],
    [{ kind: "tls", code: "DEPTH_ZERO_SELF_SIGNED_CERT", message: "self-signed" }, "NODE_EXTRA_CA_CERTS"],
    [{ kind: "tls", code: "CERT_HAS_EXPIRED", message: "expired" }, "Renew the certificate"],
    [
      { kind: "tls", code: "ERR_TLS_CERT_ALTNAME_INVALID", message: "is for x.example" },
      "(is for x.example). Ask by a name",
    ],
    [{ kind: "tls", code: "EPROTO", message: "wrong version number" }, "plain http on that port"],
  ])("%j", (seen, words) => {
    expect(advise("NO_ANSWER", seen)).toContain(words);
  });
});
