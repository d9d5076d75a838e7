import { guardClient } from "./guard-client.ts";
import { CLIENT_SETTINGS, createSender, type SenderOptions } from "./sender.ts";

/** Where a container's awslogs driver writes. */
export interface LogStream {
  /** It may differ from the region of the cluster. Absent: the environment's. */
  readonly region: string | undefined;
  readonly group: string;
  readonly name: string;
}

/** What containers wrote to CloudWatch Logs. */
export interface TaskLogs {
  /** The last lines of a stream, oldest first. */
  tail(stream: LogStream, lines: number): Promise<readonly string[]>;
}

/** Opens the logs. The SDK is loaded when a stream is read, which a good deployment never does. */
export function openTaskLogs(options: SenderOptions): TaskLogs {
  const send = createSender(options);
  return {
    tail: async ({ region, group, name }, lines) => {
      const { CloudWatchLogsClient, GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
      const client = new CloudWatchLogsClient({ ...CLIENT_SETTINGS, ...(region === undefined ? {} : { region }) });
      guardClient(client, options);
      const command = new GetLogEventsCommand({
        logGroupName: group,
        logStreamName: name,
        limit: lines,
        startFromHead: false,
      });
      try {
        const { events = [] } = await send("logs:GetLogEvents", "briefly", (signal) => client.send(command, signal));
        return events.map(({ message = "" }) => message);
      } finally {
        client.destroy();
      }
    },
  };
}
