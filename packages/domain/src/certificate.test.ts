import { describe, expect, test } from "@jest/globals";

import { badCertificate } from "./certificate.ts";

describe("the error for a certificate", () => {
  test.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "it is signed by itself", "NODE_EXTRA_CA_CERTS"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "an authority that this machine does not trust", "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "an authority that this machine does not trust", "with those in between"],
    ["CERT_HAS_EXPIRED", "it has expired", "Renew"],
    ["CERT_NOT_YET_VALID", "it is not valid yet", "the clock of the runner"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "it is for another name (Node's words)", "Ask by a name"],
    ["CERT_SIGNATURE_FAILURE", "Node's words", "Renew"],
  ])("%s names the host, what is wrong and what to do", (code, problem, nextStep) => {
    const error = badCertificate("git.example:8443", Object.assign(new Error("Node's words"), { code }));
    expect(error).toMatchObject({ kind: "configuration", code: "BAD_CERTIFICATE" });
    expect(error?.message).toContain("the certificate of git.example:8443 cannot be trusted");
    expect(error?.message).toContain(problem);
    expect(error?.nextStep).toContain(nextStep);
  });

  test.each(["ECONNRESET", "EPROTO", "ERR_TLS_HANDSHAKE_TIMEOUT", "toString", ""])(
    "%j is none of a certificate, and may pass",
    (code) => {
      expect(badCertificate("git.example", Object.assign(new Error("x"), { code }))).toBeUndefined();
    },
  );

  test("tells the names that the certificate is for, where they are known", () => {
    const error = Object.assign(new Error("Node's words"), {
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
      cert: { subjectaltname: "DNS:other.example" },
    });
    expect(badCertificate("git.example", error)?.message).toContain("(its names: DNS:other.example)");
  });

  test("repeats only the beginning of what a certificate says", () => {
    const long = Object.assign(new Error("x"), { code: "ERR_TLS_CERT_ALTNAME_INVALID", reason: "n".repeat(5000) });
    expect(badCertificate("git.example", long)?.message.length).toBeLessThan(400);
  });
});
