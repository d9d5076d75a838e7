import { findProgram } from "../find-program.ts";
import { findVersions } from "../program-versions.ts";
import { equipWays, type Equipped } from "./equip-ways.ts";
import { measurePromotions, type Measurement } from "./measure-promotions.ts";
import { PROMOTION_WAYS } from "./promotion-ways.ts";
import { openPromotionWorld, type PromotionWorld } from "./promotion-world.ts";
import {
  BYTES_COLUMN,
  CPU_COLUMN,
  findRan,
  ratioToSkopeo,
  renderPromotions,
  timeColumns,
  TRAFFIC_COLUMNS,
  yesOrNo,
  type Column,
} from "./render-promotions.ts";
import { measureStarts } from "./start-figures.ts";

/** How much is measured. */
export interface PromotionScale {
  /** Six of them are the image's layers: three for each of two platforms. */
  readonly layerBytes: number;
  readonly roundTripMs: number;
  /** Rounds of the tags within a repository: directly, and by way of the gates. */
  readonly retags: Rounds;
  /** Rounds of the promotions that bring the image elsewhere. */
  readonly copies: Rounds;
  /** Rounds before those that count. */
  readonly warm: number;
  readonly starts: number;
  /** Whether programs of Go that are not there are built. */
  readonly build: boolean;
}

interface Rounds {
  readonly direct: number;
  readonly gated: number;
}

const SCALE: PromotionScale = {
  layerBytes: 20 * 2 ** 20,
  roundTripMs: 40,
  retags: { direct: 15, gated: 7 },
  copies: { direct: 7, gated: 3 },
  warm: 1,
  starts: 10,
  build: true,
};

const VERSION = "1.4.0";

interface Setting extends PromotionScale {
  readonly world: PromotionWorld;
  readonly ways: readonly Equipped[];
}

/** Measures promotions within a repository, to another, and to another registry, beside what else does it. */
export async function comparePromotions(scale: PromotionScale = SCALE): Promise<string> {
  if (findProgram("docker-registry") === undefined)
    return "### Promotions\n\nNot run: docker-registry is not installed.";
  const ways = await equipWays(PROMOTION_WAYS, scale.build);
  const world = await openPromotionWorld(scale.layerBytes, scale.roundTripMs);
  try {
    const setting = { ...scale, world, ways };
    const sections = [await compareRetags(setting), await compareMounts(setting), await compareCopies(setting)];
    return ["### Promotions", await explain(setting), ...sections].join("\n\n");
  } finally {
    await world.close();
  }
}

async function explain({ roundTripMs, retags, copies, layerBytes, starts, ways }: Setting): Promise<string> {
  const found = ways.filter(({ program }) => program.kind === "found");
  const pinned = found.flatMap(({ version, way }) => (version === undefined ? [] : `${way.program} ${version}`));
  const versions = [...(await findVersions(["skopeo", "docker-registry"])), ...pinned];
  return [
    `The image is an index of two platforms with three random layers each, ${megabytes(6 * layerBytes)} in all; every round promotes it in a repository of its own, with a home that holds nothing from before.`,
    `Medians of ${retags.direct} rounds in turns (${retags.gated} at a distance) within a repository, and of ${copies.direct} (${copies.gated}) elsewhere, from the start of the first process to the end of the last; of ${starts} starts for the first error, which is the first word about a missing or wrong input.`,
    `At a distance of ${roundTripMs} ms every HTTP answer comes that much later, and so does the first request of every TCP connection, since a connection takes a round trip to open; later requests on it pay for their answer alone. No TLS is spoken, which would cost each connection another round trip.`,
    "Requests, connections and bytes, with headers and in both directions, are counted at that distance; memory is the peak of the largest process that the way starts, and processor time that of all of them, in the rounds at once.",
    "After each round every tag, and all that it names, is read back from the registry by other means; a way that did not do its work stops the benchmark.",
    `Registry and programs: ${versions.join(", ")}; buildx is started without the docker command before it.`,
  ].join(" ");
}

async function compareRetags({ world, ways, retags, warm, starts, roundTripMs }: Setting): Promise<string> {
  const promotion = { kind: "same", tags: [VERSION, "latest"] } as const;
  const measurements = await measurePromotions(world, ways, { ...promotion, form: "index", ...retags, warm });
  const single = await measurePromotions(world, ways, { ...promotion, form: "manifest", direct: 1, gated: 0, warm: 0 });
  const figures = await measureStarts(ways, starts);
  const columns: Column[] = [
    ...TRAFFIC_COLUMNS,
    ...timesOf(measurements, roundTripMs),
    CPU_COLUMN,
    { head: "Digest unchanged: index", align: "left", cell: ({ unchanged }) => yesOrNo(unchanged) },
    {
      head: "single manifest",
      align: "left",
      cell: ({ way }) => yesOrNo(findRan(single, way.program)?.unchanged),
    },
    { head: "Size", align: "left", cell: ({ way }) => figures.get(way)?.size ?? "" },
    { head: "First error, ms", align: "right", cell: ({ way }) => figures.get(way)?.firstErrorMs.toFixed(0) ?? "" },
    { head: "", align: "left", cell: ({ way }) => way.remark },
  ];
  const ratio = ratioToSkopeo(findRan(measurements, "retag-image"), measurements, ({ gated }) => gated);
  const targets = [{ what: `time beside skopeo's, ${roundTripMs} ms a round trip,`, limit: 0.2, reached: ratio }];
  return renderPromotions({ title: "Two tags in one repository", promotion, measurements, columns, targets });
}

async function compareMounts({ world, ways, copies, roundTripMs }: Setting): Promise<string> {
  const promotion = { kind: "mount", tags: [VERSION] } as const;
  const measurements = await measurePromotions(world, ways, { ...promotion, form: "index", ...copies, warm: 0 });
  const columns = [...TRAFFIC_COLUMNS, BYTES_COLUMN, ...timesOf(measurements, roundTripMs), CPU_COLUMN, UNCHANGED];
  const own = findRan(measurements, "retag-image")?.traffic ?? [];
  const targets = [
    { what: "requests", limit: 20, reached: Math.max(...own.map(({ requests }) => requests)) },
    { what: "kB moved", limit: 100, reached: Math.max(...own.map(({ bytes }) => bytes / 1000)) },
  ];
  const title = "One tag in another repository of the registry";
  return renderPromotions({ title, promotion, measurements, columns, targets });
}

async function compareCopies({ world, ways, copies, roundTripMs }: Setting): Promise<string> {
  const promotion = { kind: "copy", tags: [VERSION] } as const;
  const measurements = await measurePromotions(world, ways, { ...promotion, form: "index", ...copies, warm: 0 });
  const memory: Column = {
    head: "Peak memory, MB",
    align: "right",
    cell: ({ peaks }) => (peaks.length === 0 ? "not told" : (Math.max(...peaks) / 1e6).toFixed(0)),
  };
  const columns = [
    ...TRAFFIC_COLUMNS,
    BYTES_COLUMN,
    ...timesOf(measurements, roundTripMs),
    CPU_COLUMN,
    memory,
    UNCHANGED,
  ];
  const own = findRan(measurements, "retag-image");
  const peak = own === undefined || own.peaks.length === 0 ? undefined : Math.max(...own.peaks) / 1e6;
  const targets = [
    {
      what: "time beside skopeo's, at once,",
      limit: 1,
      reached: ratioToSkopeo(own, measurements, ({ direct }) => direct),
    },
    {
      what: `time beside skopeo's, ${roundTripMs} ms a round trip,`,
      limit: 1,
      reached: ratioToSkopeo(own, measurements, ({ gated }) => gated),
    },
    { what: "MB of memory", limit: 150, reached: peak },
  ];
  return renderPromotions({ title: "One tag in another registry", promotion, measurements, columns, targets });
}

const UNCHANGED: Column = { head: "Digest unchanged", align: "left", cell: ({ unchanged }) => yesOrNo(unchanged) };

function timesOf(measurements: readonly Measurement[], roundTripMs: number): Column[] {
  return [
    ...timeColumns("At once, ms", measurements, ({ direct }) => direct),
    ...timeColumns(`${roundTripMs} ms a round trip, ms`, measurements, ({ gated }) => gated),
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;
}
