/** What the page says of the machine: figures mean nothing without it, and nothing more is anybody's business. */
export interface MachineShape {
  readonly cores: number;
  readonly memoryBytes: number;
  readonly nodeVersion: string;
}

export interface BenchmarkPage {
  readonly date: Date;
  readonly machine: MachineShape;
  /** How many starts each median of the start table is of. */
  readonly rounds: number;
  readonly startTable: string;
  readonly sideBySide: string;
}

/** The whole of docs/benchmarks.md. */
export function renderBenchmarkPage(page: BenchmarkPage): string {
  const { cores, memoryBytes, nodeVersion } = page.machine;
  const memory = `${Math.round(memoryBytes / 2 ** 30)} GiB of memory`;
  return [
    "# Benchmarks",
    "Written by `npm run bench`; run it to have the figures of your own machine.",
    `Measured on ${page.date.toISOString().slice(0, 10)} with ${cores} cores, ${memory}, Node ${nodeVersion}.`,
    "## Bundles and cold starts",
    `Medians of ${page.rounds} starts without inputs, in turns, from the start of the process to its first output.`,
    page.startTable,
    "## Side by side",
    page.sideBySide,
    "",
  ].join("\n\n");
}
