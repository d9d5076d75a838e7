import type { ContainerStart, Surroundings } from "../ecs/rules.ts";
import type { ContainerBehaviour, FleetState, TaskExit, TaskState } from "../ecs/simulation/model.ts";
import { createSchemaStore, type DatabaseConnection, type SampleEnvironment } from "./schema-store.ts";

/** Image labels that the sample application reads; they stand for what a real one has compiled in. */
export const LABELS = {
  version: "org.opencontainers.image.version",
  commit: "org.opencontainers.image.revision",
  /** The level of the database schema that this version migrates to and knows. */
  schema: "fairway.sample.schema",
  /** One of `crash`, `unhealthy`, `old-version`. */
  fault: "fairway.sample.fault",
} as const;

/** What one started task of the application is. */
export interface RunningApplication {
  readonly version: string;
  readonly commit: string | undefined;
  readonly schema: number;
  readonly isHealthy: boolean;
  readonly database: DatabaseConnection;
}

export interface SampleApplication extends Required<Pick<Surroundings, "behaviour" | "consequences">> {
  /** The application inside of a task, or nothing when the task runs something else or never got so far. */
  runningIn(task: TaskState): RunningApplication | undefined;
  /** Whether the database that a task has connected to still runs. */
  isConnected(application: RunningApplication, fleet: FleetState): boolean;
}

const START_MS = 6_000;
const CRASH_MS = 20_000;

/**
 * The application that the embedded services run: it connects to its database, migrates the schema to its own level and
 * serves its version. Without a database, or before a schema newer than it knows, it exits with status 1.
 */
export function createSampleApplication(environments: readonly SampleEnvironment[]): SampleApplication {
  const schemas = createSchemaStore(environments);
  const running = new Map<string, RunningApplication>();
  return {
    behaviour: (start) => (start.image.labels[LABELS.schema] === undefined ? somethingElse(start) : startUp(start)),
    consequences: (stopping, fleet) => clientsOf(running, stopping, fleet),
    runningIn: (task) => running.get(task.id),
    isConnected: (application, fleet) => schemas.isAlive(application.database, fleet),
  };

  function startUp({ task, fleet, image }: ContainerStart): ContainerBehaviour {
    const version = image.labels[LABELS.version] ?? "unknown";
    const fault = image.labels[LABELS.fault];
    const starting = `starting version ${version}`;
    if (fault === "crash") {
      return crash([starting, "reading configuration", "fatal: configuration key SHOP_CURRENCY is missing"]);
    }
    const database = schemas.connect(task, fleet);
    if (database === undefined) return crash([starting, "fatal: cannot connect to the database: connection refused"]);
    const level = Number(image.labels[LABELS.schema]);
    const migration = schemas.migrate(database, level);
    if (migration.kind === "too-new") {
      const text = `fatal: database schema ${migration.found} is newer than ${level}, the newest that version ${version} knows`;
      return crash([starting, text]);
    }
    const answered = fault === "old-version" ? previousVersion(task, fleet) : version;
    const commit = image.labels[LABELS.commit];
    running.set(task.id, { version: answered, commit, schema: level, isHealthy: fault !== "unhealthy", database });
    const log = [starting, `schema ${migration.from} migrated to ${migration.to}`, "listening on port 8080"];
    return { kind: fault === "unhealthy" ? "unhealthy" : "healthy", startMs: START_MS, log };
  }

  /** The version of the newest other task of the service that has started. */
  function previousVersion(task: TaskState, fleet: FleetState): string {
    const service = fleet.services.find((one) => one.cluster === task.cluster && one.name === task.service);
    const others = (service?.tasks ?? []).filter((other) => other.deployment !== task.deployment);
    return others.flatMap((other) => running.get(other.id)?.version ?? []).at(-1) ?? "0.0.0";
  }
}

/** Clients of a database lose their connections when it stops, and die of it shortly after. */
function clientsOf(
  running: ReadonlyMap<string, RunningApplication>,
  stopping: TaskState,
  fleet: FleetState,
): readonly TaskExit[] {
  const tasks = fleet.services.flatMap((service) => service.tasks);
  return tasks
    .filter((task) => task.desiredStatus === "RUNNING" && running.get(task.id)?.database.taskId === stopping.id)
    .map((task) => ({
      taskId: task.id,
      afterMs: 2_000,
      exitCode: 1,
      log: ["fatal: the database closed the connection"],
    }));
}

function crash(log: readonly string[]): ContainerBehaviour {
  return { kind: "crash", exitCode: 1, afterMs: CRASH_MS, log };
}

/** A container that is no sample application, such as the database: it starts and stays. */
function somethingElse({ container }: ContainerStart): ContainerBehaviour {
  return { kind: "healthy", startMs: 3_000, log: [`${container.name} is ready to accept connections`] };
}
