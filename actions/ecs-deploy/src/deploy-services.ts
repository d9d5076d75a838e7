import { createDeadline, FairwayError, type Deadline, type Log } from "@fairway/domain";

import { ecsDeploy } from "./ecs-deploy.ts";
import { gatherLooks } from "./gather-looks.ts";
import type { EcsDeployInputs } from "./inputs.ts";
import type { EcsDeployPorts } from "./ports.ts";
import { toServicesResult, type ServiceRun, type EcsDeployResult } from "./services-result.ts";

/**
 * Deploys, restarts or scales one service or several, one after the other or `max-parallel` at once, all within one time. After
 * the first one that did not end well no further one is started; those that were begun are followed to their end.
 */
export async function deployServices(inputs: EcsDeployInputs, ports: EcsDeployPorts): Promise<EcsDeployResult> {
  const deadline = createDeadline(ports.clock, inputs.timeoutSeconds);
  const [only = "", ...more] = inputs.service;
  if (more.length === 0) {
    const result = await ecsDeploy({ inputs, ports, target: { cluster: inputs.cluster, service: only }, deadline });
    return toServicesResult([{ kind: "ended", service: only, result }], deadline.usedMs());
  }
  const fleet = gatherLooks(inputs.cluster, ports);
  const runs = await runEach({ inputs, ports: { ...ports, fleet }, deadline });
  return toServicesResult(runs, deadline.usedMs());
}

interface Batch {
  readonly inputs: EcsDeployInputs;
  readonly ports: EcsDeployPorts;
  readonly deadline: Deadline;
}

async function runEach(batch: Batch): Promise<ServiceRun[]> {
  const { inputs, ports, deadline } = batch;
  const runs: ServiceRun[] = [];
  const queue = inputs.service.entries();
  let halted = false;
  const worker = async (): Promise<void> => {
    for (const [index, service] of queue) {
      const run: ServiceRun =
        halted || ports.signal.aborted || deadline.expired()
          ? { kind: "not-started", service }
          : await runOne(batch, service);
      halted ||= isRed(run);
      runs[index] = run;
    }
  };
  await Promise.all(Array.from({ length: Math.min(inputs.maxParallel, inputs.service.length) }, worker));
  return runs;
}

/** What one service refuses is that service's end, not the others'. */
async function runOne({ inputs, ports, deadline }: Batch, service: string): Promise<ServiceRun> {
  const target = { cluster: inputs.cluster, service };
  try {
    const log = nameLines(ports.log, service.slice(service.lastIndexOf("/") + 1));
    return { kind: "ended", service, result: await ecsDeploy({ inputs, ports: { ...ports, log }, target, deadline }) };
  } catch (error) {
    if (!(error instanceof FairwayError)) throw error;
    return { kind: "refused", service, error };
  }
}

function isRed(run: ServiceRun): boolean {
  return run.kind === "refused" || (run.kind === "ended" && run.result.failure !== undefined);
}

/** Lines of several services come mixed, so each begins with the service's name. */
function nameLines(log: Log, name: string): Log {
  return {
    debug: (message) => log.debug(`${name}: ${message}`),
    info: (message) => log.info(`${name}: ${message}`),
    notice: (message) => log.notice(`${name}: ${message}`),
    warning: (message) => log.warning(`${name}: ${message}`),
    error: (message) => log.error(`${name}: ${message}`),
    group: (title, details) => log.group(`${name}: ${title}`, details),
  };
}
