import { BETA, type Promotion, type PromotionWay } from "./promotion-way.ts";

const PLAIN_HTTP = ["--src-tls-verify=false", "--dest-tls-verify=false"];

/** Ours, and what people use for the same. */
export const PROMOTION_WAYS: readonly PromotionWay[] = [
  {
    program: "retag-image",
    name: () => "Fairway retag-image",
    remark: "refuses a version tag that names another image; reads every tag back; latest last, and not backwards",
    commands: () => [],
    wrong: [],
  },
  {
    program: "skopeo",
    name: ({ tags }) => `skopeo copy --all${tags.length > 1 ? ", twice" : ""}`,
    remark: "overwrites; nothing read back",
    commands: ({ source, target, tags }) =>
      tags.map((tag) => ["copy", "--all", ...PLAIN_HTTP, `docker://${source}:${BETA}`, `docker://${target}:${tag}`]),
    wrong: ["copy", "one", "two"],
  },
  {
    program: "crane",
    name: ({ kind, tags }) => (kind === "same" ? "crane tag" : "crane copy") + (tags.length > 1 ? andAgain(kind) : ""),
    remark: "overwrites; nothing read back; no referrers",
    commands: craneCommands,
    wrong: ["tag"],
  },
  {
    program: "regctl",
    name: ({ tags }) => `regctl image copy${tags.length > 1 ? ", twice" : ""}`,
    remark: "overwrites; nothing read back; referrers only when asked",
    commands: ({ source, target, tags }) =>
      tags.map((tag) => [...plainHosts(source, target), "image", "copy", `${source}:${BETA}`, `${target}:${tag}`]),
    wrong: ["image", "copy"],
  },
  {
    program: "buildx",
    name: () => "docker buildx imagetools create",
    remark: "wraps a single manifest in a new index; overwrites; nothing read back",
    commands: ({ source, target, tags }) => [
      ["imagetools", "create", ...tags.flatMap((tag) => ["--tag", `${target}:${tag}`]), `${source}:${BETA}`],
    ],
    wrong: ["imagetools", "create"],
  },
];

function andAgain(kind: Promotion["kind"]): string {
  return kind === "same" ? ", twice" : ", then crane tag";
}

/** Within a repository `crane tag` is what it has for this; elsewhere a copy, and its further tags there. */
function craneCommands({ kind, source, target, tags }: Promotion): string[][] {
  if (kind === "same") return tags.map((tag) => ["tag", `${source}:${BETA}`, tag]);
  const [first = "", ...more] = tags;
  return [
    ["copy", `${source}:${BETA}`, `${target}:${first}`],
    ...more.map((tag) => ["tag", `${target}:${first}`, tag]),
  ];
}

function plainHosts(...repositories: readonly string[]): string[] {
  const hosts = new Set(repositories.map((repository) => repository.split("/")[0] ?? ""));
  return [...hosts].flatMap((host) => ["--host", `reg=${host},tls=disabled`]);
}
