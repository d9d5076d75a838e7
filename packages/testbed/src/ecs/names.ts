/** Whose world it is: part of every ARN. */
export interface Naming {
  readonly region: string;
  readonly account: string;
}

/** The ARN of an ECS resource, such as `service/production/app`. */
export function arnOf({ region, account }: Naming, resource: string): string {
  return `arn:aws:ecs:${region}:${account}:${resource}`;
}

/** The last segment of an ARN or path; a bare name is its own last segment. */
export function lastSegment(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1);
}
