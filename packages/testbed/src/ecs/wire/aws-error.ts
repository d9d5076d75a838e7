import type { Answer } from "../../world/answer.ts";

/** A refusal that an AWS client receives as a typed error: `type` is its name on the wire. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.name = "AwsError";
    this.type = type;
    this.status = status;
  }
}

/** The error in the form of the AWS JSON 1.1 protocol. */
export function jsonError(error: AwsError): Answer {
  return {
    status: error.status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": error.type },
    body: JSON.stringify({ __type: error.type, message: error.message }),
  };
}
