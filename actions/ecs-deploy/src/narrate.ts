import { renderDuration, type Clock, type Log } from "@fairway/domain";

import { primaryOf, renderCounts, revisionName, type Service, type ServiceDeployment } from "./service-state.ts";

const HEARTBEAT_MS = 30_000;
/** A crash loop says the same again and again; the job's log need not. */
const MAX_EVENTS_A_LOOK = 5;

export interface Narrator {
  /** Tells what changed since the last look, or, when nothing did for 30 s, that it still waits. */
  tell(service: Service, deployment?: ServiceDeployment): void;
  /** A look that failed and will be repeated. */
  tellMissedLook(why: string): void;
}

/** Says one line a state change and a heartbeat, never one line a look. Events from before `service` are not repeated. */
export function createNarrator(clock: Clock, log: Log, before: Service): Narrator {
  const start = clock.elapsedMs();
  const seenEvents = new Set(before.events.map(({ id }) => id));
  let last = "";
  let lastAt = start;
  const say = (text: string) => {
    const now = clock.elapsedMs();
    if (text === last && now - lastAt < HEARTBEAT_MS) return;
    log.info(`${renderDuration(now - start)}: ${text === last ? "still " : ""}${text}`);
    last = text;
    lastAt = now;
  };
  return {
    tell: (service, deployment) => {
      const news = service.events.filter(({ id }) => !seenEvents.has(id));
      for (const { id } of news) seenEvents.add(id);
      for (const { message } of news.slice(0, MAX_EVENTS_A_LOOK).reverse()) log.info(`event: ${message}`);
      say(describeState(service, deployment));
    },
    tellMissedLook: (why) => say(`no answer from ECS (${why}), asking again`),
  };
}

/** The state of a service in one line, the deployment that is taking over first. */
export function describeState(service: Service, deployment?: ServiceDeployment): string {
  const primary = primaryOf(service);
  if (primary === undefined) return `${service.name} shows no deployment`;
  const stage = describeStage(deployment);
  const failed = primary.failedTasks === 0 ? "" : `, ${primary.failedTasks} failed`;
  const others = service.deployments.filter((one) => one !== primary && one.runningCount > 0);
  const old = others.map((one) => `; ${revisionName(one.taskDefinition)} still ${one.runningCount} running`).join("");
  const state = primary.rolloutState ?? primary.status;
  return `${revisionName(primary.taskDefinition)} ${state}, ${renderCounts(primary)}${failed}${stage}${old}`;
}

/** Only deployments that shift traffic have a stage. */
function describeStage({ stage, trafficPercent }: Partial<ServiceDeployment> = {}): string {
  if (stage === undefined) return "";
  return trafficPercent === undefined ? `, stage ${stage}` : `, stage ${stage} with ${trafficPercent} % of the traffic`;
}
