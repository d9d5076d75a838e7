import { type Account, type Action, arn, type Call } from "../account.ts";
import { lastSegment } from "../names.ts";
import { objectList, optionalText, requiredText, textList } from "../wire/input.ts";

/** Clusters, and the tags of anything. */
export const CLUSTER_ACTIONS: Readonly<Record<string, Action>> = {
  CreateCluster: ({ account, fleet, input }) => {
    const name = optionalText(input, "clusterName") ?? "default";
    account.clusters.add(name);
    return { cluster: renderCluster(account, fleet.services, name) };
  },
  DescribeClusters: describeClusters,
  ListClusters: ({ account }) => ({
    clusterArns: [...account.clusters].map((name) => arn(account, `cluster/${name}`)),
  }),
  TagResource: ({ account, input }) => {
    const resource = requiredText(input, "resourceArn");
    account.tags.set(resource, [...(account.tags.get(resource) ?? []), ...objectList(input, "tags")]);
    return {};
  },
  ListTagsForResource: ({ account, input }) => ({ tags: account.tags.get(requiredText(input, "resourceArn")) ?? [] }),
};

function describeClusters({ account, fleet, input }: Call): object {
  const asked = textList(input, "clusters").map(lastSegment);
  const names = asked.length === 0 ? ["default"] : asked;
  const missing = names.filter((name) => !account.clusters.has(name));
  return {
    clusters: names
      .filter((name) => account.clusters.has(name))
      .map((name) => renderCluster(account, fleet.services, name)),
    failures: missing.map((name) => ({ arn: arn(account, `cluster/${name}`), reason: "MISSING" })),
  };
}

function renderCluster(account: Account, services: Call["fleet"]["services"], name: string): object {
  const own = services.filter((service) => service.cluster === name);
  const tasks = own.flatMap((service) => service.tasks);
  return {
    clusterArn: arn(account, `cluster/${name}`),
    clusterName: name,
    status: "ACTIVE",
    activeServicesCount: own.length,
    runningTasksCount: tasks.filter((task) => task.lastStatus === "RUNNING").length,
    pendingTasksCount: tasks.filter((task) => task.desiredStatus === "RUNNING" && task.lastStatus !== "RUNNING").length,
    registeredContainerInstancesCount: account.machines,
    statistics: [],
    tags: [],
    settings: [],
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
  };
}
