import type { EnvironmentRecord } from "../records.ts";
import type { Repository } from "../site.ts";

export interface EnvironmentSettings {
  /** Logins of the required reviewers; without any, nobody is asked. */
  readonly reviewers?: readonly string[];
  /** `protected`, or a branch name pattern; every branch when left out. */
  readonly branchPolicy?: string;
  readonly preventSelfReview?: boolean;
}

/** Makes an environment or replaces its settings; its id stays. */
export function configureEnvironment(
  repository: Repository,
  name: string,
  settings: EnvironmentSettings,
): EnvironmentRecord {
  const { environments } = repository.view().record;
  const known = environments.find((environment) => sameName(environment, name));
  const configured: EnvironmentRecord = {
    id: known?.id ?? repository.site.nextId(),
    name: known?.name ?? name,
    reviewers: settings.reviewers ?? [],
    preventSelfReview: settings.preventSelfReview ?? false,
    branchPolicy: settings.branchPolicy,
    createdAt: known?.createdAt ?? repository.site.now(),
  };
  repository.update({ environments: [...environments.filter((other) => other !== known), configured] });
  return configured;
}

/** The environment of that name; one that a job or a deployment names for the first time appears without any protection. */
export function ensureEnvironment(repository: Repository, name: string): EnvironmentRecord {
  const known = repository.view().record.environments.find((environment) => sameName(environment, name));
  return known ?? configureEnvironment(repository, name, {});
}

/** GitHub compares names of environments without case. */
export function sameName(environment: EnvironmentRecord, name: string): boolean {
  return environment.name.toLowerCase() === name.toLowerCase();
}
