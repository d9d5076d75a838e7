import { findTools } from "./find-tools.ts";
import type { BuildArm64PackageInputs } from "./inputs.ts";
import { createPhases } from "./phases.ts";
import { planOnly } from "./plan-only.ts";
import type { BuildArm64PackagePorts } from "./ports.ts";
import { prepare } from "./prepare.ts";
import { publishPackage } from "./publish-package.ts";
import type { BuildArm64PackageResult } from "./result.ts";
import { verifyPackage } from "./verify-package.ts";

/**
 * Builds a package that anybody can build again with the same bytes, and calls it one only after its binaries were read back.
 * The commit's time is the only clock. Everything is made in private folders and moved at the end, so that a build which
 * fails leaves nothing half-made.
 */
export async function buildArm64Package(
  inputs: BuildArm64PackageInputs,
  ports: BuildArm64PackagePorts,
): Promise<BuildArm64PackageResult> {
  const phases = createPhases(ports);
  const preparation = await phases.run("read the manifest", () => prepare(inputs, ports));
  const tools = await phases.run(
    "found the tools",
    () => findTools(preparation.plan, ports),
    ({ go, node }) =>
      [go && `Go ${go.version}`, node && `Node ${node.version}`].filter(Boolean).join(", ") || "none is needed",
  );
  if (inputs.dryRun) return planOnly(inputs, preparation, tools, ports);
  const bench = await ports.openWorkbench(inputs.outputDirectory);
  try {
    const making = { ...preparation, tools, bench, phases };
    return inputs.verify === undefined
      ? await publishPackage(inputs, making, ports)
      : await verifyPackage(inputs.verify, making, ports);
  } finally {
    await bench.clear();
  }
}
