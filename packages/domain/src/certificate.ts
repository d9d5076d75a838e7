import { configuration, isError, type FairwayError } from "./errors.ts";
import { member, stringMember } from "./json.ts";

const UNKNOWN_AUTHORITY = "it is signed by an authority that this machine does not trust";
const TRUST =
  "For a private certificate authority set NODE_EXTRA_CA_CERTS, in the env of the step, to its PEM file. Otherwise have the server give a certificate of a public authority, with those in between.";
const RENEW = "Renew the certificate of that server, and check the clock of the runner.";
const NAME = "Ask by a name that the certificate is for, or have one made that is for this name.";

/** What is wrong, and what to do, by the code that Node gives: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const PROBLEMS: Readonly<Record<string, readonly [problem: string, nextStep: string]>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: ["it is signed by itself, and this machine does not trust it", TRUST],
  SELF_SIGNED_CERT_IN_CHAIN: [UNKNOWN_AUTHORITY, TRUST],
  UNABLE_TO_GET_ISSUER_CERT: [UNKNOWN_AUTHORITY, TRUST],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [UNKNOWN_AUTHORITY, TRUST],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [UNKNOWN_AUTHORITY, TRUST],
  CERT_UNTRUSTED: [UNKNOWN_AUTHORITY, TRUST],
  CERT_HAS_EXPIRED: ["it has expired", RENEW],
  CERT_NOT_YET_VALID: ["it is not valid yet", RENEW],
  CERT_REVOKED: ["it was revoked", RENEW],
  ERR_TLS_CERT_ALTNAME_INVALID: ["it is for another name", NAME],
  HOSTNAME_MISMATCH: ["it is for another name", NAME],
};

/** Any other code that is about a certificate. */
const OF_A_CERTIFICATE = /^(CERT_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|ERR_TLS_CERT_|UNABLE_TO_)/;

/** What is wrong with a server's certificate, in words, and what to do; undefined for any other error. */
export function certificateProblem(
  error: unknown,
): { readonly problem: string; readonly nextStep: string } | undefined {
  const code = stringMember(error, "code") ?? "";
  const [problem, nextStep] =
    (Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined) ??
    (OF_A_CERTIFICATE.test(code) ? [saidBy(error), RENEW] : []);
  if (problem === undefined || nextStep === undefined) return undefined;
  return { problem: nextStep === NAME ? `${problem} (${saidBy(error)})` : problem, nextStep };
}

/**
 * The error for a server whose certificate cannot be trusted: nothing was sent to it, and no further try changes that.
 * Undefined when the failure is another one.
 */
export function badCertificate(host: string, error: unknown): FairwayError | undefined {
  const found = certificateProblem(error);
  if (found === undefined) return undefined;
  const message = `the certificate of ${host} cannot be trusted: ${found.problem}; nothing was sent to it`;
  return configuration("BAD_CERTIFICATE", message, `${found.nextStep} It is always verified.`);
}

/** The names that a server's certificate is for, as Node's error has them; undefined where it has none. */
export function certificateNames(error: unknown): string | undefined {
  const names = stringMember(member(error, "cert"), "subjectaltname") ?? "";
  return names === "" ? undefined : `its names: ${names}`;
}

/** The names in a certificate, which are the server's own words, or else those of Node. */
function saidBy(error: unknown): string {
  const said = stringMember(error, "reason") ?? (isError(error) ? error.message : "");
  return (certificateNames(error) ?? said).slice(0, 200);
}
