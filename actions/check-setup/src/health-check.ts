import { certificateProblem, isRecord, parseJson, valueAt, type JsonPointer } from "@fairway/domain";

import { checkOf, fail, pass, unknown, type Check, type Finding } from "./check.ts";
import { showUrl } from "./health-url.ts";
import type { CheckSetupInputs } from "./inputs.ts";
import type { HealthAnswer, Systems } from "./ports.ts";

/** What a proxy in front says when nothing runs behind it, or a placeholder, as before the first deployment. */
const NOT_SERVING = [404, 502, 503, 504];

/** Whether the address answers from here and tells its version where the health gate will look for it. */
export function checkHealth(
  { healthUrl, versionPointer, timeoutSeconds }: CheckSetupInputs,
  { probe }: Systems,
  signal: AbortSignal,
): Check[] {
  return [
    checkOf("Health URL", "health-url", healthUrl, async (url) => {
      const timeoutMs = timeoutSeconds * 1000;
      const answer = await probe.attempt(url.href, { timeoutMs, followRedirects: false, signal });
      return judge(showUrl(url), answer, versionPointer);
    }),
  ];
}

function judge(url: string, answer: HealthAnswer, pointer: JsonPointer): Finding {
  if (!("body" in answer)) return unreachable(url, answer);
  const { status, body } = answer;
  if (NOT_SERVING.includes(status)) {
    const fix = "Before the first deployment that is as it must be. After it, correct the path or look at the service.";
    return unknown(`${url} answers ${status}: the application does not serve there, or not yet`, fix);
  }
  if (status < 200 || status > 299)
    return fail(`${url} answers ${status}`, "Give the address that answers 200 without a login or a redirect.");
  return judgeVersion(`${url} answers ${status}`, parseJson(body), pointer);
}

function judgeVersion(answered: string, document: unknown, pointer: JsonPointer): Finding {
  const version = valueAt(document, pointer);
  if (typeof version === "string" && version !== "")
    return pass(`${answered} with the version ${version.slice(0, 128)}`);
  const members = isRecord(document) ? Object.keys(document).slice(0, 10).join(", ") : "";
  return fail(
    `${answered}, and there is no version at ${pointer.text === "" ? "the top" : pointer.text}`,
    members === ""
      ? "Let the application answer JSON with its version."
      : `Correct version-pointer: the answer has ${members}.`,
  );
}

const WORDS: Readonly<Record<string, string>> = {
  refused: "refuses the connection",
  "timed-out": "did not answer in time",
  tls: "has a certificate that is not trusted",
  dns: "has a host name that is not found",
};

function unreachable(url: string, { kind, code, message }: Exclude<HealthAnswer, { body: string }>): Finding {
  const detail = [code, message].filter((part) => part !== undefined).join(", ");
  return fail(
    `${url} ${WORDS[kind] ?? `gave no answer (${kind})`}${detail === "" ? "" : ` (${detail})`}`,
    certificateProblem({ code, reason: message })?.nextStep ?? CHECK_ADDRESS,
  );
}

const CHECK_ADDRESS =
  "Check the address, and that this runner may reach it: a private one needs a runner inside its network.";
