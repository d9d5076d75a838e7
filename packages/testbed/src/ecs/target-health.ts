import { randomUUID } from "node:crypto";
import type { RecordedRequest } from "../loopback-server.ts";
import type { Answer } from "../world/answer.ts";
import { type Account, settingsOf } from "./account.ts";
import { addressOf } from "./simulation/identity.ts";
import type { ServiceState, TaskState } from "./simulation/model.ts";
import { objectList } from "./wire/input.ts";

const NAMESPACE = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

interface Health {
  readonly state: string;
  readonly reason?: string;
  readonly description?: string;
}

/** Answers DescribeTargetHealth of Elastic Load Balancing: the tasks of every service that names the target group. */
export function answerTargetHealth(account: Account, request: RecordedRequest): Answer {
  const form = new URLSearchParams(request.body.toString("utf8"));
  const group = form.get("TargetGroupArn") ?? "";
  const services = account.fleet().services.filter((service) => targetGroupsOf(account, service).includes(group));
  if (services.length === 0) return refusal("TargetGroupNotFound", `Target groups '${group}' not found`);
  const members = services.flatMap(({ tasks }) => tasks.filter(isRegistered)).map(renderMember);
  const result = `<TargetHealthDescriptions>${members.join("")}</TargetHealthDescriptions>`;
  const name = "DescribeTargetHealth";
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const body = `<${name}Response xmlns="${NAMESPACE}"><${name}Result>${result}</${name}Result>${metadata}</${name}Response>`;
  return { status: 200, headers: { "content-type": "text/xml" }, body };
}

function targetGroupsOf(account: Account, service: ServiceState): unknown[] {
  return objectList(settingsOf(account, service), "loadBalancers").map((one) => one["targetGroupArn"]);
}

/** A task is a target from its start until its draining is over. */
function isRegistered({ lastStatus }: TaskState): boolean {
  return lastStatus === "RUNNING" || lastStatus === "DEACTIVATING";
}

function renderMember(task: TaskState): string {
  const { state, reason, description } = healthOf(task);
  const told = reason === undefined ? "" : `<Reason>${reason}</Reason><Description>${description}</Description>`;
  const target = `<Target><Id>${addressOf(task)}</Id><Port>8080</Port><AvailabilityZone>all</AvailabilityZone></Target>`;
  return `<member><HealthCheckPort>8080</HealthCheckPort>${target}<TargetHealth><State>${state}</State>${told}</TargetHealth></member>`;
}

function healthOf(task: TaskState): Health {
  if (task.lastStatus === "DEACTIVATING")
    return {
      state: "draining",
      reason: "Target.DeregistrationInProgress",
      description: "Target deregistration is in progress",
    };
  if (task.steady) return { state: "healthy" };
  if (task.containers.some(({ behaviour }) => behaviour?.kind === "unhealthy" || behaviour?.kind === "crash"))
    return {
      state: "unhealthy",
      reason: "Target.ResponseCodeMismatch",
      description: "Health checks failed with these codes: [503]",
    };
  return { state: "initial", reason: "Elb.RegistrationInProgress", description: "Target registration is in progress" };
}

function refusal(code: string, message: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status: 400, headers: { "content-type": "text/xml" }, body };
}
