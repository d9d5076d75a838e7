import { configuration, stringMember } from "@fairway/domain";

import type { TaskDefinition } from "./ports.ts";
import { revisionName } from "./service-state.ts";

const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: "amd64", ARM64: "arm64" };

/**
 * Throws ARCHITECTURE_MISMATCH when no platform of the image is the one that the task definition runs on. A task of another
 * architecture ends with "exec format error" after minutes of attempts, so it is told before the update. Whether the image
 * has these platforms is not asked of any registry: they are what the workflow says it built.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
 */
export function checkPlatform(definition: TaskDefinition, imagePlatforms: readonly string[] | undefined): void {
  const needed = platformOf(definition);
  if (imagePlatforms === undefined || needed === undefined) return;
  if (imagePlatforms.some((platform) => platform === needed || platform.startsWith(`${needed}/`))) return;
  throw configuration(
    "ARCHITECTURE_MISMATCH",
    `${revisionName(definition.arn)} runs on ${needed}, and the image is built for ${imagePlatforms.join(", ")}`,
    `Build the image for ${needed}, or set runtimePlatform.cpuArchitecture in the task definition.`,
  );
}

/** `linux/arm64`; undefined when the machines decide it, as on EC2 without a runtime platform. */
function platformOf({ document }: TaskDefinition): string | undefined {
  const runtime = document["runtimePlatform"];
  const isFargate = listOf(document["requiresCompatibilities"]).includes("FARGATE");
  const cpu = stringMember(runtime, "cpuArchitecture") ?? (isFargate ? "X86_64" : "");
  const architecture = ARCHITECTURES[cpu];
  const family = stringMember(runtime, "operatingSystemFamily") ?? "LINUX";
  return architecture === undefined
    ? undefined
    : `${family.startsWith("WINDOWS") ? "windows" : "linux"}/${architecture}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
