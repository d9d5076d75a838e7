import { randomUUID } from "node:crypto";
import type { RecordedRequest } from "../loopback-server.ts";
import type { Answer } from "../world/answer.ts";
import type { Naming } from "./names.ts";
import type { AwsError } from "./wire/aws-error.ts";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
const SESSION_SECONDS = 3600;

export interface TokenService {
  /** Answers a call in the query protocol; `accessKeyId` is who signed it, if anybody did. */
  answer(request: RecordedRequest, accessKeyId: string | undefined): Answer;
}

/** STS as far as a deployment needs it: who am I, and a role in exchange for an OIDC token. */
export function createTokenService(naming: Naming): TokenService {
  const sessions = new Map<string, string>();
  return { answer };

  function answer(request: RecordedRequest, accessKeyId: string | undefined): Answer {
    const form = new URLSearchParams(request.body.toString("utf8"));
    const action = form.get("Action") ?? "";
    if (action === "AssumeRoleWithWebIdentity") return assumeRole(form);
    if (action !== "GetCallerIdentity") return refusal(400, "InvalidAction", `Could not find operation ${action}`);
    if (accessKeyId === undefined)
      return refusal(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    const arn = sessions.get(accessKeyId) ?? `arn:aws:iam::${naming.account}:user/deployer`;
    return result(action, `<Arn>${arn}</Arn><UserId>${accessKeyId}</UserId><Account>${naming.account}</Account>`);
  }

  function assumeRole(form: URLSearchParams): Answer {
    const role = form.get("RoleArn") ?? "";
    const name = form.get("RoleSessionName") ?? "";
    if ((form.get("WebIdentityToken") ?? "").split(".").length !== 3) {
      return refusal(400, "InvalidIdentityToken", "The web identity token that was passed could not be validated.");
    }
    if (!/^arn:aws:iam::\d{12}:role\/.+$/u.test(role)) return refusal(400, "ValidationError", `${role} is invalid`);
    const key = `ASIA${randomUUID().replaceAll("-", "").slice(0, 16).toUpperCase()}`;
    const arn = `${role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/${name}`;
    sessions.set(key, arn);
    const expiration = new Date(Date.now() + SESSION_SECONDS * 1000).toISOString();
    const credentials = `<AccessKeyId>${key}</AccessKeyId><SecretAccessKey>${randomUUID()}</SecretAccessKey><SessionToken>${randomUUID()}</SessionToken><Expiration>${expiration}</Expiration>`;
    const user = `<AssumedRoleUser><Arn>${arn}</Arn><AssumedRoleId>AROA:${name}</AssumedRoleId></AssumedRoleUser>`;
    return result("AssumeRoleWithWebIdentity", `<Credentials>${credentials}</Credentials>${user}`);
  }
}

/** A typed error in the form of the query protocol, where names carry no "Exception". */
export function queryError(error: AwsError): Answer {
  return refusal(error.status, error.type.replace(/Exception$/u, ""), error.message);
}

function result(action: string, content: string): Answer {
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${content}</${action}Result>${metadata}</${action}Response>`;
  return { status: 200, headers: { "content-type": "text/xml" }, body };
}

function refusal(status: number, code: string, message: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status, headers: { "content-type": "text/xml" }, body };
}
