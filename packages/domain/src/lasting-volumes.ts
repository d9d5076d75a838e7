import { isRecord, stringMember } from "./json.ts";

type Document = Readonly<Record<string, unknown>>;

/** What keeps data when its task ends, by the member of the volume that says so. */
const KINDS: Readonly<Record<string, string>> = {
  efsVolumeConfiguration: "EFS",
  fsxWindowsFileServerVolumeConfiguration: "FSx",
  s3filesVolumeConfiguration: "S3 Files",
  dockerVolumeConfiguration: "shared Docker volume",
  host: "directory of the machine",
};

/**
 * The volumes of a task definition, as ECS describes it, that containers write to and that hold something when a new task
 * starts: `data (EFS)`. A kind of volume that is not known here counts as one of them. EBS volumes of services end with
 * their task, so they count only when each new one comes from a snapshot (`seeded`).
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
 */
export function listLastingVolumes(taskDefinition: Document, seeded: readonly string[]): string[] {
  const written = new Set(recordsOf(taskDefinition, "containerDefinitions").flatMap(writtenBy));
  return recordsOf(taskDefinition, "volumes").flatMap((volume) => {
    const name = stringMember(volume, "name") ?? "";
    const kind = lastingKind(volume, seeded.includes(name));
    return kind === undefined || !written.has(name) ? [] : [`${name} (${kind})`];
  });
}

function writtenBy(container: Document): string[] {
  const mounts = recordsOf(container, "mountPoints").filter(({ readOnly }) => readOnly !== true);
  return mounts.flatMap((mount) => stringMember(mount, "sourceVolume") ?? []);
}

function lastingKind(volume: Document, seeded: boolean): string | undefined {
  if (seeded) return "EBS from a snapshot";
  const [lasting] = Object.entries(volume).filter(([member, value]) => isLasting(member, value));
  return lasting === undefined ? undefined : (KINDS[lasting[0]] ?? lasting[0]);
}

function isLasting(member: string, value: unknown): boolean {
  if (member === "name" || member === "configuredAtLaunch") return false;
  if (member === "host") return stringMember(value, "sourcePath") !== undefined;
  if (member === "dockerVolumeConfiguration") return stringMember(value, "scope") === "shared";
  return value !== undefined && value !== null;
}

function recordsOf(document: Document, member: string): Document[] {
  const list = document[member];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
