import { describe, expect, test } from "@jest/globals";

import { planRevision } from "./plan-revision.ts";
import type { TaskDefinition } from "./ports.ts";
import { definitionOf, revision } from "./testing/service-states.ts";
import { parseContainerImage, parseWantedImage } from "./wanted-image.ts";

/** As ECS describes it, with members that no model knows and values that serializers like to drop. */
const described: TaskDefinition = {
  arn: revision(41),
  status: "ACTIVE",
  tags: [
    { key: "team", value: "shop" },
    { key: "aws:cloudformation:stack-name", value: "app" },
  ],
  document: {
    taskDefinitionArn: revision(41),
    family: "app",
    revision: 41,
    status: "ACTIVE",
    requiresAttributes: [{ name: "ecs.capability.task-eni" }],
    compatibilities: ["FARGATE"],
    registeredAt: 1_767_225_600.123,
    registeredBy: "arn:aws:iam::111122223333:role/deploy",
    aMemberOfTomorrow: { nested: [1, { deep: "" }] },
    containerDefinitions: [
      {
        name: "app",
        image: "registry.example/app:1",
        command: ["a", "", "b"],
        mountPoints: [],
        logConfiguration: { logDriver: "splunk", options: { tag: "" } },
        tomorrow: null,
      },
      { name: "proxy", image: "registry.example/proxy:7" },
    ],
  },
};

function planOf(...images: string[]) {
  return planRevision(described, images.map(parseContainerImage));
}

describe("planRevision", () => {
  test("changes the image of the named container and nothing else", () => {
    const plan = planOf("app=registry.example/app:2");
    expect(plan).toEqual({
      kind: "new",
      images: [{ container: "app", before: "registry.example/app:1", after: "registry.example/app:2" }],
      document: {
        family: "app",
        aMemberOfTomorrow: { nested: [1, { deep: "" }] },
        containerDefinitions: [
          {
            name: "app",
            image: "registry.example/app:2",
            command: ["a", "", "b"],
            mountPoints: [],
            logConfiguration: { logDriver: "splunk", options: { tag: "" } },
            tomorrow: null,
          },
          { name: "proxy", image: "registry.example/proxy:7" },
        ],
        tags: [{ key: "team", value: "shop" }],
      },
    });
  });

  test("changes several containers in one revision", () => {
    const plan = planOf("app=registry.example/app:2", "proxy=registry.example/proxy:8");
    const containers = plan.kind === "new" ? plan.document["containerDefinitions"] : [];
    expect(containers).toMatchObject([{ image: "registry.example/app:2" }, { image: "registry.example/proxy:8" }]);
  });

  test("needs no new revision when every image is there already", () => {
    expect(planOf("app=registry.example/app:1", "proxy=registry.example/proxy:7").kind).toBe("same");
  });

  test("registers no empty list of tags", () => {
    const plan = planRevision({ ...described, tags: [] }, [parseContainerImage("app=registry.example/app:2")]);
    expect(plan.kind === "new" && "tags" in plan.document).toBe(false);
  });

  test("takes the only container when none is named", () => {
    const plan = planRevision(definitionOf("app:41"), [parseWantedImage("registry.example/app:2")]);
    expect(plan.images).toEqual([
      { container: "app", before: "registry.example/app:1", after: "registry.example/app:2" },
    ]);
  });

  test("names the containers there are when none is named and there are several", () => {
    expect(() => planRevision(described, [parseWantedImage("registry.example/app:2")])).toThrow(
      "app:41 has 2 containers (app, proxy) and none was named",
    );
  });

  test("names the containers there are when the named one is not among them", () => {
    expect(() => planOf("ap=registry.example/app:2")).toThrow(
      'app:41 has no container "ap"; it has app, proxy; did you mean app?',
    );
  });
});
