import type { TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";

import { guardClient } from "./guard-client.ts";
import { CLIENT_SETTINGS, createSender, type SenderOptions } from "./sender.ts";

/** What a load balancer says of one target of a target group. */
export interface TargetState {
  /** An address, or the id of an instance. */
  readonly id: string;
  readonly port: number | undefined;
  /** healthy, unhealthy, initial, draining, unused or unavailable. */
  readonly state: string;
  /** Such as Target.ResponseCodeMismatch, with the load balancer's own explanation. */
  readonly reason: string | undefined;
}

export interface TargetHealth {
  /** The targets of a group, by its ARN. */
  describe(targetGroupArn: string): Promise<readonly TargetState[]>;
}

/** Opens it. The SDK is loaded when a group is described, which a good deployment never does. */
export function openTargetHealth(options: SenderOptions): TargetHealth {
  const send = createSender(options);
  return {
    describe: async (targetGroupArn) => {
      const { ElasticLoadBalancingV2Client, DescribeTargetHealthCommand } =
        await import("@aws-sdk/client-elastic-load-balancing-v2");
      const region = /^arn:[^:]*:elasticloadbalancing:([^:]+):/.exec(targetGroupArn)?.[1];
      const client = new ElasticLoadBalancingV2Client({
        ...CLIENT_SETTINGS,
        ...(region === undefined ? {} : { region }),
      });
      guardClient(client, options);
      const command = new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn });
      try {
        const { TargetHealthDescriptions = [] } = await send(
          "elasticloadbalancing:DescribeTargetHealth",
          "briefly",
          (signal) => client.send(command, signal),
        );
        return TargetHealthDescriptions.map(readTarget);
      } finally {
        client.destroy();
      }
    },
  };
}

function readTarget({ Target, TargetHealth }: TargetHealthDescription): TargetState {
  const told = [TargetHealth?.Reason, TargetHealth?.Description].filter((text) => text !== undefined && text !== "");
  return {
    id: Target?.Id ?? "unknown",
    port: Target?.Port,
    state: TargetHealth?.State ?? "unknown",
    reason: told.length === 0 ? undefined : told.join(": "),
  };
}
