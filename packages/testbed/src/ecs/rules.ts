import type {
  ContainerBehaviour,
  ContainerState,
  FleetRules,
  FleetState,
  FleetTimings,
  ResolvedImage,
  TaskExit,
  TaskState,
} from "./simulation/model.ts";
import type { HookAction } from "./simulation/shift-plan.ts";

/** What the surroundings of the fleet decide; everything may be left out. */
export interface Surroundings {
  /** The image that a reference (or `repository@digest`) names, or nothing when it does not exist. */
  resolveImage?(image: string): ResolvedImage | undefined;
  /** How a container of a task turns out, asked when its image has been pulled. */
  behaviour?(start: ContainerStart): ContainerBehaviour;
  /** Which tasks exit because this one has begun to stop. */
  consequences?(stopping: TaskState, fleet: FleetState): readonly TaskExit[];
  /** What the function of a lifecycle hook answers; it lets deployments go on when left out. */
  hookAnswer?(targetArn: string, stage: string): HookAction;
}

export interface ContainerStart {
  readonly container: ContainerState;
  readonly task: TaskState;
  readonly fleet: FleetState;
  readonly image: ResolvedImage;
}

const HEALTHY: ContainerBehaviour = { kind: "healthy", startMs: 5_000 };

/**
 * The rules of a fleet in its surroundings. Every answer is remembered, so that a replay of the past (for an
 * out-of-date read) decides as the past did, and asks its surroundings nothing twice.
 */
export function createRules(surroundings: Surroundings, timings: FleetTimings): FleetRules {
  const images = new Map<string, ResolvedImage | undefined>();
  const behaviours = new Map<string, ContainerBehaviour>();
  const exits = new Map<string, readonly TaskExit[]>();
  return {
    timings,
    resolveImage: (image, at) => remember(images, `${at} ${image}`, () => resolve(surroundings, image)),
    behaviour: (container, task, fleet) =>
      remember(behaviours, `${task.id} ${container.name}`, () => turnsOut(surroundings, { container, task, fleet })),
    consequences: (task, fleet) => remember(exits, task.id, () => surroundings.consequences?.(task, fleet) ?? []),
    answerOf: ({ targetArn, stage }) => surroundings.hookAnswer?.(targetArn, stage) ?? "CONTINUE",
  };
}

function remember<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  if (known.has(key)) return known.get(key) as Value;
  const found = find();
  known.set(key, found);
  return found;
}

/** Without a resolver every image exists, and its name is all that is known of it. */
function resolve(surroundings: Surroundings, image: string): ResolvedImage | undefined {
  if (surroundings.resolveImage !== undefined) return surroundings.resolveImage(image);
  return {
    digest: `sha256:${Buffer.from(image).toString("hex").padEnd(64, "0").slice(0, 64)}`,
    labels: {},
    architectures: [],
  };
}

function turnsOut(surroundings: Surroundings, start: Omit<ContainerStart, "image">): ContainerBehaviour {
  const { image: reference, imageDigest } = start.container;
  const image = imageDigest === undefined ? undefined : resolve(surroundings, pinned(reference, imageDigest));
  if (image === undefined) {
    const reason = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${reference}: ${reference}: not found`;
    return { kind: "cannot-pull", reason };
  }
  const { architecture } = start.task.taskDefinition;
  if (image.architectures.length > 0 && !image.architectures.includes(architecture)) {
    const reason = `CannotPullContainerError: pull image manifest has been retried 1 time(s): image Manifest does not contain descriptor matching platform 'linux/${architecture}'`;
    return { kind: "cannot-pull", reason };
  }
  return surroundings.behaviour?.({ ...start, image }) ?? HEALTHY;
}

/** `host/name:tag` and a digest as `host/name@digest`. */
function pinned(reference: string, digest: string): string {
  const name = reference.split("@")[0] ?? reference;
  const colon = name.lastIndexOf(":");
  return `${colon > name.lastIndexOf("/") ? name.slice(0, colon) : name}@${digest}`;
}
