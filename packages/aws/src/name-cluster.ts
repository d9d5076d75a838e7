import { configuration, stringMember } from "@fairway/domain";

import { messageOf, nameOf } from "./api-errors.ts";

interface InitializeStack {
  add<Args extends { input: unknown }, Result>(
    middleware: (next: (args: Args) => Promise<Result>) => (args: Args) => Promise<Result>,
    options: { step: "initialize"; name: string },
  ): void;
}

interface RegionalClient {
  readonly config: { readonly region: () => Promise<string> };
  readonly middlewareStack: InitializeStack;
}

/**
 * Lets a client name the cluster and the region when ECS knows no such cluster, which ECS itself does not say. The commonest
 * cause is the right name in the wrong region or account. Its calls throw NO_CLUSTER then.
 */
export function nameCluster({ config, middlewareStack }: RegionalClient): void {
  const middleware =
    <Args extends { input: unknown }, Result>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      try {
        return await next(args);
      } catch (error) {
        if (nameOf(error) !== "ClusterNotFoundException") throw error;
        throw noCluster(stringMember(args.input, "cluster") ?? "default", await config.region(), error);
      }
    };
  middlewareStack.add(middleware, { step: "initialize", name: "nameCluster" });
}

function noCluster(cluster: string, region: string, error: unknown): Error {
  return configuration(
    "NO_CLUSTER",
    `There is no cluster "${cluster}" in region ${region} of this account (${messageOf(error)})`,
    "Check the inputs cluster and aws-region, and that the role is in the right account.",
  );
}
