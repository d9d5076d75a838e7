import { createHash, createPrivateKey, randomUUID, sign, X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { listen, type LoopbackServer, type RecordedRequest } from "@fairway/testbed";

import { runTool } from "./run-tool.ts";

export interface TokenService extends LoopbackServer {
  readonly realm: string;
  readonly name: string;
  readonly issuer: string;
  /** The certificate that a registry has to trust. */
  readonly certificateFile: string;
  /** Every scope that somebody asked for, in order. */
  scopes(): string[];
}

export interface TokenAccount {
  readonly username: string;
  readonly password: string;
  /** What it may do in any repository. */
  readonly actions: readonly string[];
}

const NAME = "registry";
const ISSUER = "token-service";

/**
 * Starts a token service for a registry: it knows accounts, and signs a JWT for what was asked for and the account may do.
 * https://distribution.github.io/distribution/spec/auth/jwt/
 */
export async function startTokenService(folder: string, accounts: readonly TokenAccount[]): Promise<TokenService> {
  const { certificateFile, key, certificate } = await createCertificate(folder);
  const server = await listen((request, response) => {
    const account = accountOf(request, accounts);
    if (account === undefined) return void response.writeHead(401).end();
    const access = scopesOf(request).map((scope) => grant(scope, account));
    const token = signToken({ key, certificate, claims: claimsFor(account, access) });
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token, expires_in: 300 }));
  });
  const realm = `${server.url}/token`;
  return {
    ...server,
    realm,
    name: NAME,
    issuer: ISSUER,
    certificateFile,
    scopes: () => server.requests.flatMap(scopesOf),
  };
}

/** Node makes keys but no certificates, which registries want to read the key from. */
async function createCertificate(folder: string) {
  mkdirSync(folder, { recursive: true });
  const [keyFile, certificateFile] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const algorithm = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const files = ["-keyout", keyFile, "-out", certificateFile];
  const made = await runTool("openssl", [
    "req",
    "-x509",
    "-subj",
    `/CN=${ISSUER}`,
    "-days",
    "2",
    ...algorithm,
    ...files,
  ]);
  if (made.exitCode !== 0) throw new Error(`openssl made no certificate: ${made.stderr}`);
  const certificate = new X509Certificate(readFileSync(certificateFile));
  return { certificateFile, certificate, key: createPrivateKey(readFileSync(keyFile)) };
}

function accountOf({ headers }: RecordedRequest, accounts: readonly TokenAccount[]): TokenAccount | undefined {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
  const login = Buffer.from(basic, "base64").toString("utf8");
  return accounts.find(({ username, password }) => login === `${username}:${password}`);
}

function scopesOf({ path }: RecordedRequest): string[] {
  return new URL(path, "http://localhost").searchParams.getAll("scope");
}

function grant(scope: string, account: TokenAccount) {
  const [type = "", name = "", actions = ""] = scope.split(":");
  return { type, name, actions: actions.split(",").filter((action) => account.actions.includes(action)) };
}

function claimsFor({ username }: TokenAccount, access: readonly object[]): object {
  const now = Math.floor(Date.now() / 1000);
  return { iss: ISSUER, aud: NAME, sub: username, jti: randomUUID(), iat: now, nbf: now - 10, exp: now + 300, access };
}

/** The certificate travels in the header, where the registry compares it with the one that it trusts. */
function signToken(parts: {
  key: ReturnType<typeof createPrivateKey>;
  certificate: X509Certificate;
  claims: object;
}): string {
  const { raw, publicKey } = parts.certificate;
  const kid = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
  const header = { typ: "JWT", alg: "ES256", kid, x5c: [raw.toString("base64")] };
  const signed = [header, parts.claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("sha256", Buffer.from(signed), { key: parts.key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}
