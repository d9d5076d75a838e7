import { logsOfFailedContainers, type FailedContainerLog } from "./log-streams.ts";
import { reasonOf, type EcsDeployPorts, type Task } from "./ports.ts";

/** The last lines that a failed container wrote. */
export interface LogTail {
  readonly container: string;
  readonly lines: readonly string[];
}

/** Reads what the failed containers of a task wrote last. Never throws: what cannot be read is one notice. */
export async function readFailedLogs(task: Task, lines: number, ports: EcsDeployPorts): Promise<LogTail[]> {
  if (lines === 0) return [];
  try {
    const { document } = await ports.fleet.describeTaskDefinition(task.taskDefinition);
    const tails: LogTail[] = [];
    for (const log of logsOfFailedContainers(document, task)) tails.push(...(await tailOf(log, lines, ports)));
    return tails;
  } catch (error) {
    ports.log.notice(`Log not read: ${reasonOf(error)}`);
    return [];
  }
}

async function tailOf(log: FailedContainerLog, lines: number, { logs, log: say }: EcsDeployPorts): Promise<LogTail[]> {
  if (log.kind === "readable") return [{ container: log.container, lines: await logs.tail(log.stream, lines) }];
  say.info(`the log of ${log.container} is not in CloudWatch Logs (driver: ${log.driver})`);
  return [];
}
