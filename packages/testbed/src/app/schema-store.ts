import type { FleetState, TaskState } from "../ecs/simulation/model.ts";

/** Where the sample application of one cluster finds its database, whichever services of the cluster run it. */
export interface SampleEnvironment {
  readonly cluster: string;
  /** The service that answers from outside. */
  readonly service: string;
  readonly database:
    | { readonly kind: "service"; readonly service: string }
    /**
     * Outside of the fleet, and never emptied. Its migrations only add, so an application that is older than the
     * schema still runs on it; without that no rollback would be possible.
     */
    | { readonly kind: "managed" };
}

/** A connection to the database in a task, or to a managed one. */
export interface DatabaseConnection {
  readonly key: string;
  readonly taskId: string | undefined;
  readonly acceptsOlderClients: boolean;
}

export type Migration =
  | { readonly kind: "migrated"; readonly from: number; readonly to: number }
  | { readonly kind: "too-new"; readonly found: number };

export interface SchemaStore {
  /** Connects a task to the newest running database of its cluster; nothing when none runs. */
  connect(task: TaskState, fleet: FleetState): DatabaseConnection | undefined;
  /** Brings the schema up to a level; a fresh database starts at 0. */
  migrate(connection: DatabaseConnection, level: number): Migration;
  isAlive(connection: DatabaseConnection, fleet: FleetState): boolean;
}

/**
 * The schemas of all databases. A database in a task owns its schema, so a new task is an empty database: that is what
 * restarting the PostgreSQL service of a staging environment is for.
 */
export function createSchemaStore(environments: readonly SampleEnvironment[]): SchemaStore {
  const levels = new Map<string, number>();
  return { connect, migrate, isAlive };

  function connect(task: TaskState, fleet: FleetState): DatabaseConnection | undefined {
    const inCluster = environments.filter(({ cluster }) => cluster === task.cluster);
    // Both environments may share a cluster; then the service tells them apart.
    const database = (inCluster.find(({ service }) => service === task.service) ?? inCluster[0])?.database;
    if (database === undefined) return undefined;
    if (database.kind === "managed") return { key: task.cluster, taskId: undefined, acceptsOlderClients: true };
    const newest = runningTasks(fleet, task.cluster, database.service).at(-1);
    return newest === undefined ? undefined : { key: newest.id, taskId: newest.id, acceptsOlderClients: false };
  }

  function migrate(connection: DatabaseConnection, level: number): Migration {
    const found = levels.get(connection.key) ?? 0;
    if (found > level && !connection.acceptsOlderClients) return { kind: "too-new", found };
    levels.set(connection.key, Math.max(found, level));
    return { kind: "migrated", from: found, to: Math.max(found, level) };
  }
}

function isAlive(connection: DatabaseConnection, fleet: FleetState): boolean {
  if (connection.taskId === undefined) return true;
  return fleet.services.some((service) =>
    service.tasks.some((task) => task.id === connection.taskId && isRunning(task)),
  );
}

function runningTasks(fleet: FleetState, cluster: string, name: string): TaskState[] {
  const service = fleet.services.find((one) => one.cluster === cluster && one.name === name);
  return (service?.tasks ?? []).filter(isRunning);
}

function isRunning(task: TaskState): boolean {
  return task.lastStatus === "RUNNING" && task.desiredStatus === "RUNNING";
}
