/** What people see of an environment's deployments on GitHub. */
export interface DeploymentRecords {
  /** What the active ones were made of: one, that which serves, if all is right. */
  readonly active: readonly string[];
  /** The state of the newest one, and what is said of it. */
  readonly newest: { readonly of: string; readonly state: string; readonly description: string; readonly url: string };
  /** How many are still open. */
  readonly open: number;
}

interface RawDeployment {
  readonly id: number;
  readonly ref: string;
  readonly environment: string;
}

interface RawStatus {
  readonly state: string;
  readonly description: string;
  readonly environment_url: string;
}

type Read = <Answer>(path: string) => Promise<Answer>;

/** Reads the newest hundred deployment records by the API, grouped by environment. */
export async function readRecords(read: Read): Promise<Readonly<Record<string, DeploymentRecords>>> {
  const deployments = await read<readonly RawDeployment[]>("/deployments?per_page=100");
  const all = await Promise.all(deployments.map(async (one) => ({ ...one, ...(await readStatus(read, one)) })));
  const environments = [...new Set(all.map(({ environment }) => environment))].toSorted();
  return Object.fromEntries(
    environments.map((environment) => [environment, summarise(all.filter((one) => one.environment === environment))]),
  );
}

type Told = RawDeployment & { readonly state: string; readonly description: string; readonly url: string };

async function readStatus(read: Read, { id }: RawDeployment): Promise<Pick<Told, "state" | "description" | "url">> {
  const [newest] = await read<readonly RawStatus[]>(`/deployments/${id}/statuses`);
  const { state = "pending", description = "", environment_url: url = "" } = newest ?? {};
  return { state, description, url };
}

/** The list is newest first. */
function summarise(records: readonly Told[]): DeploymentRecords {
  const [newest] = records;
  return {
    active: records.filter(({ state }) => state === "success").map(({ ref }) => ref),
    newest: {
      of: newest?.ref ?? "",
      state: newest?.state ?? "",
      description: newest?.description ?? "",
      url: newest?.url ?? "",
    },
    open: records.filter(({ state }) => ["pending", "queued", "in_progress"].includes(state)).length,
  };
}
