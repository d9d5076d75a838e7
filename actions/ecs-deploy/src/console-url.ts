const CONSOLES: Readonly<Record<string, string>> = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com",
};

/** The page of a service in the AWS console, from its ARN; undefined where there is no such console. */
export function consoleUrl(serviceArn: string): string | undefined {
  const [, partition = "", region, cluster, service] =
    /^arn:([a-z-]+):ecs:([a-z0-9-]+):\d{12}:service\/([\w-]+)\/([\w-]+)$/.exec(serviceArn) ?? [];
  const host = CONSOLES[partition];
  if (host === undefined || region === undefined || cluster === undefined || service === undefined) return undefined;
  return `https://${region}.${host}/ecs/v2/clusters/${cluster}/services/${service}/deployments?region=${region}`;
}
