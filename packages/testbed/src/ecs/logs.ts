import { type Account, type Action, type Call } from "./account.ts";
import type { TaskState } from "./simulation/model.ts";
import { AwsError } from "./wire/aws-error.ts";
import {
  type Input,
  objectList,
  optionalCount,
  optionalObject,
  optionalText,
  requiredText,
  textList,
} from "./wire/input.ts";

interface LogStream {
  readonly group: string;
  readonly name: string;
  readonly events: readonly { readonly timestamp: number; readonly message: string }[];
}

/** The part of CloudWatch Logs that reads what containers with the awslogs driver have written. */
export const LOG_ACTIONS: Readonly<Record<string, Action>> = {
  DescribeLogStreams: (call) => {
    const prefix = optionalText(call.input, "logStreamNamePrefix") ?? "";
    const streams = streamsIn(call).filter((stream) => stream.name.startsWith(prefix));
    return { logStreams: streams.map(renderStream) };
  },
  GetLogEvents: getLogEvents,
  FilterLogEvents: (call) => {
    const names = textList(call.input, "logStreamNames");
    const streams = streamsIn(call).filter((stream) => names.length === 0 || names.includes(stream.name));
    const events = streams.flatMap((stream) =>
      stream.events.map((event, index) => ({
        ...event,
        logStreamName: stream.name,
        eventId: `${stream.name}-${index}`,
      })),
    );
    return { events: events.toSorted((a, b) => a.timestamp - b.timestamp), searchedLogStreams: [] };
  },
};

function getLogEvents(call: Call): object {
  const name = requiredText(call.input, "logStreamName");
  const stream = streamsIn(call).find((one) => one.name === name);
  if (stream === undefined) {
    throw new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
  }
  const limit = optionalCount(call.input, "limit") ?? 10_000;
  const events = call.input["startFromHead"] === true ? stream.events.slice(0, limit) : stream.events.slice(-limit);
  return {
    events: events.map((event) => ({ ...event, ingestionTime: event.timestamp })),
    nextForwardToken: `f/${stream.events.length}`,
    nextBackwardToken: "b/0",
  };
}

function streamsIn(call: Call): LogStream[] {
  const group = requiredText(call.input, "logGroupName");
  const all = call.fleet.services.flatMap((service) => service.tasks.flatMap((task) => streamsOf(call, task)));
  const isConfigured = call.account.taskDefinitions.all().some((one) => groupsIn(one.body).includes(group));
  if (!isConfigured) throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
  return all.filter((stream) => stream.group === group && stream.events.length > 0);
}

/** Streams are named `prefix/container/task`, as Fargate names them. */
function streamsOf({ account, fleet }: Call, task: TaskState): LogStream[] {
  const body = account.taskDefinitions.find(task.taskDefinition.arn)?.body ?? {};
  return objectList(body, "containerDefinitions").flatMap((container) => {
    const options = awslogsOptions(container);
    const group = optionalText(options, "awslogs-group");
    if (group === undefined) return [];
    const name = requiredText(container, "name");
    const prefix = optionalText(options, "awslogs-stream-prefix") ?? "ecs";
    return [{ group, name: `${prefix}/${name}/${task.id}`, events: eventsOf(account, task, name, fleet.now) }];
  });
}

function eventsOf(account: Account, task: TaskState, container: string, now: number): LogStream["events"] {
  return task.log
    .filter((line) => line.container === container && line.at <= now)
    .map((line) => ({ timestamp: Math.round(account.clock.toWall(line.at)), message: line.message }));
}

function groupsIn(body: Input): (string | undefined)[] {
  return objectList(body, "containerDefinitions").map((one) => optionalText(awslogsOptions(one), "awslogs-group"));
}

function awslogsOptions(container: Input): Input {
  const configuration = optionalObject(container, "logConfiguration") ?? {};
  return optionalText(configuration, "logDriver") === "awslogs" ? (optionalObject(configuration, "options") ?? {}) : {};
}

function renderStream(stream: LogStream): object {
  return {
    logStreamName: stream.name,
    firstEventTimestamp: stream.events[0]?.timestamp,
    lastEventTimestamp: stream.events.at(-1)?.timestamp,
    storedBytes: 0,
  };
}
