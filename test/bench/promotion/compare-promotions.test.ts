import process from "node:process";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { describeWithTool } from "../../support/tools.ts";
import { comparePromotions } from "./compare-promotions.ts";
import { equipWays, type Equipped } from "./equip-ways.ts";
import { measurePromotions } from "./measure-promotions.ts";
import { BETA, type Promotion } from "./promotion-way.ts";
import { PROMOTION_WAYS } from "./promotion-ways.ts";
import { openPromotionWorld, type PromotionWorld } from "./promotion-world.ts";

const LAYER_BYTES = 4096;
const ONCE = { warm: 0, direct: 1, gated: 1 };
const RETAG = { kind: "same", form: "index", tags: ["1.4.0", "latest"] } as const;

/** A client that reads the beta, writes it anew, and puts that under every tag. */
const REWRITE = `
const [source, ...tags] = process.argv.slice(1);
const [repository] = source.split(":" + ${JSON.stringify(BETA)});
const [host, ...name] = repository.split("/");
const at = (tag) => "http://" + host + "/v2/" + name.join("/") + "/manifests/" + tag;
const type = "application/vnd.oci.image.index.v1+json";
const read = await fetch(at(${JSON.stringify(BETA)}), { headers: { accept: type } });
const body = JSON.stringify(await read.json());
for (const tag of tags) await fetch(at(tag), { method: "PUT", headers: { "content-type": type }, body });
`;

describeWithTool("docker-registry", "promotions side by side", () => {
  let world: PromotionWorld;

  beforeAll(async () => {
    world = await openPromotionWorld(LAYER_BYTES, 0);
  });

  afterAll(() => world.close());

  test("within a repository Fairway needs ten requests and keeps the digest", async () => {
    const [measured] = await measurePromotions(world, await own(), { ...RETAG, ...ONCE });
    expect(measured).toMatchObject({ kind: "run", traffic: [{ requests: 10 }], unchanged: true });
  });

  test("to another repository Fairway moves no layer", async () => {
    const wanted = { kind: "mount", form: "index", tags: ["1.4.0"] } as const;
    const [measured] = await measurePromotions(world, await own(), { ...wanted, ...ONCE });
    expect(measured).toMatchObject({ kind: "run", unchanged: true });
    expect(measured!.kind === "run" && measured!.traffic[0]!.bytes).toBeLessThan(100_000);
  });

  test("a way that writes the manifest anew is seen to change the digest", async () => {
    const rewriting = nodeWay(({ source, tags }) => [
      ["--input-type=module", "--eval", REWRITE, `${source}:${BETA}`, ...tags],
    ]);
    const [measured] = await measurePromotions(world, [rewriting], { ...RETAG, ...ONCE });
    expect(measured).toMatchObject({ kind: "run", unchanged: false });
  });

  test("a way that does not do its work is no measurement", async () => {
    const idle = nodeWay(() => [["--eval", ""]]);
    await expect(measurePromotions(world, [idle], { ...RETAG, ...ONCE })).rejects.toThrow("was answered with 404");
  });

  test("a program that ends badly is no measurement, and its words are shown", async () => {
    const failing = nodeWay(() => [["--eval", "console.error('no such image'); process.exit(3)"]]);
    await expect(measurePromotions(world, [failing], { ...RETAG, ...ONCE })).rejects.toThrow(
      /ended with 3: no such image/,
    );
  });

  test("a program that the machine does not have is named", async () => {
    const [absent] = await equipWays([{ ...PROMOTION_WAYS[1]!, program: "no-such-program" }], false);
    const [measured] = await measurePromotions(world, [absent!], { ...RETAG, ...ONCE });
    expect(measured).toMatchObject({ kind: "not-run", reason: "no-such-program is not installed" });
  });

  test("the whole section runs with the programs that are there", async () => {
    const rounds = { direct: 1, gated: 1 };
    const scale = {
      layerBytes: LAYER_BYTES,
      roundTripMs: 1,
      retags: rounds,
      copies: rounds,
      warm: 0,
      starts: 1,
      build: false,
    };
    const text = await comparePromotions(scale);
    expect(text.match(/^#### .*$/gm)).toEqual([
      "#### Two tags in one repository",
      "#### One tag in another repository of the registry",
      "#### One tag in another registry",
    ]);
    expect(text.match(/^\| Fairway retag-image \| \d+/gm)).toHaveLength(3);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });
});

function own(): Promise<Equipped[]> {
  return equipWays(PROMOTION_WAYS.slice(0, 1), false);
}

function nodeWay(commands: (promotion: Promotion) => string[][]): Equipped {
  const way = { program: "node", name: () => "node", remark: "", commands, wrong: [] };
  return { way, version: undefined, program: { kind: "found", path: process.execPath } };
}
