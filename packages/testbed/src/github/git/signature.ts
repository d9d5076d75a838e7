import { invalidRequest } from "../http/refusal.ts";
import type { RequestBody } from "../http/request-body.ts";
import type { Signature } from "./objects.ts";

/** The signature of an account that works through the API. */
export function accountSignature(login: string, moment: Date): Signature {
  const email = `${login}@users.noreply.github.com`;
  return { name: login, email, seconds: Math.floor(moment.getTime() / 1000), offset: "+0000" };
}

/** The signature that a request gives, its gaps filled from `fallback`. The date's offset is kept, as git keeps it. */
export function givenSignature(body: RequestBody | undefined, fallback: Signature): Signature {
  if (body === undefined) return fallback;
  const date = body.optionalText("date");
  const moment = date === undefined ? undefined : parseDate(date);
  return { name: body.text("name"), email: body.text("email"), ...(moment ?? pick(fallback)) };
}

function parseDate(text: string): { seconds: number; offset: string } {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw invalidRequest(`${JSON.stringify(text)} is not a valid date-time.`);
  const offset = /[+-]\d\d:?\d\d$/.exec(text)?.[0].replace(":", "") ?? "+0000";
  return { seconds: Math.floor(milliseconds / 1000), offset };
}

function pick({ seconds, offset }: Signature): { seconds: number; offset: string } {
  return { seconds, offset };
}
