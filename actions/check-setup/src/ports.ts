import type { BetaTag, Clock, CommitSha, Digest, ImageReference, Log } from "@fairway/domain";

export type TokenPermission = "contents: read" | "contents: write" | "actions: read" | "deployments: write";

/** The permissions of the token that was given. */
export interface TokenPermissions {
  /** `unproven` when nothing short of a change would show it. */
  allows(permission: TokenPermission): Promise<"granted" | "refused" | "unproven">;
}

export interface EnvironmentBook {
  /** Undefined when the environment does not exist. */
  protectionOf(
    name: string,
  ): Promise<{ readonly reviewers: readonly string[]; readonly branchesRestricted: boolean } | undefined>;
}

export interface TagBook {
  commitOf(tag: BetaTag["text"]): Promise<CommitSha | undefined>;
}

/** By which a job proves to others what it is. */
export interface IdToken {
  readonly text: string;
  readonly subject: string;
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly environment: string | undefined;
}

export interface IdTokens {
  readonly offered: boolean;
  request(audience: string): Promise<IdToken>;
}

export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface Aws {
  assumeRole(role: string, token: string): Promise<AwsKeys>;
  /** With the keys given, or those of the environment. */
  account(keys: (() => Promise<AwsKeys>) | undefined): Account;
}

export interface Service {
  readonly name: string;
  readonly status: string;
  readonly taskDefinition: string;
  readonly controller: string;
  readonly managedByEcs: boolean;
  /** Names of volumes that ECS fills from a snapshot. */
  readonly seededVolumes: readonly string[];
  readonly circuitBreaker: { readonly enabled: boolean; readonly rollback: boolean };
  readonly currentServiceDeployment: string | undefined;
  readonly deployments: readonly { readonly id: string; readonly status: string }[];
}

interface Target {
  readonly cluster: string;
  readonly service: string;
}

/** What can be read of an account in a region. */
export interface Account {
  callerIdentity(): Promise<{ readonly account: string; readonly arn: string }>;
  region(): Promise<string>;
  /** Names of clusters. */
  clusters(): Promise<readonly string[]>;
  /** Names of a cluster's services. */
  services(cluster: string): Promise<readonly string[]>;
  /** Throws NO_CLUSTER or NO_SERVICE. */
  describeService(target: Target): Promise<Service>;
  describeTaskDefinition(
    name: string,
  ): Promise<{ readonly document: Readonly<Record<string, unknown>>; readonly tags: readonly unknown[] }>;
  findServiceDeployment(
    target: Target,
    deploymentId: string,
    candidate: string | undefined,
  ): Promise<{ readonly revisionArn: string | undefined } | undefined>;
  resolvedImages(revisionArn: string): Promise<readonly unknown[]>;
  tasks(target: Target, desiredStatus: "RUNNING" | "STOPPED"): Promise<readonly unknown[]>;
}

export type RegistryAccess =
  | { readonly kind: "open" }
  | { readonly kind: "password" }
  /** `granted` is undefined when the token does not tell. */
  | { readonly kind: "token"; readonly granted: readonly string[] | undefined };

export interface ImageRegistry {
  /** Asks for access and does nothing with it. */
  access(image: ImageReference, actions: "pull" | "pull,push"): Promise<RegistryAccess>;
  resolve(image: ImageReference, reference: string): Promise<{ readonly digest: Digest } | undefined>;
  tags(image: ImageReference): Promise<readonly string[]>;
}

/** What came of asking an address once; everything but an answer is told by its kind. */
export type HealthAnswer =
  | { readonly kind: "answer"; readonly status: number; readonly body: string }
  | { readonly kind: Exclude<string, "answer">; readonly code?: string; readonly message?: string };

export interface HealthProbe {
  attempt(
    url: string,
    options: { readonly timeoutMs: number; readonly followRedirects: boolean; readonly signal: AbortSignal },
  ): Promise<HealthAnswer>;
}

/** The systems that are asked. */
export interface Systems {
  readonly permissions: TokenPermissions;
  readonly environments: EnvironmentBook;
  readonly tags: TagBook;
  readonly idTokens: IdTokens;
  readonly aws: Aws;
  readonly registry: ImageRegistry;
  readonly probe: HealthProbe;
}

export interface CheckSetupPorts {
  /** Opens the systems; what still goes on when all rows are there is given up by the signal. */
  open(signal: AbortSignal): Systems;
  /** Empty outside a run of a workflow. */
  readonly runId: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}
