import { expect, test } from "@jest/globals";

import { consoleUrl } from "./console-url.ts";

test.each([
  ["aws", "https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/main/services/app/deployments?region=eu-west-1"],
  ["aws-cn", "https://eu-west-1.console.amazonaws.cn/ecs/v2/clusters/main/services/app/deployments?region=eu-west-1"],
  ["aws-iso", undefined],
])("a service of the partition %s has its page in that partition's console", (partition, url) => {
  expect(consoleUrl(`arn:${partition}:ecs:eu-west-1:123456789012:service/main/app`)).toBe(url);
});

test("an ARN of another form leads nowhere", () => {
  expect(consoleUrl("arn:aws:ecs:eu-west-1:123456789012:service/main/app](x)")).toBeUndefined();
  expect(consoleUrl("arn:aws:ecs:eu-west-1:123456789012:service/app")).toBeUndefined();
});
