import { describe, expect, test } from "@jest/globals";
import { readDeclaredOutputs } from "./declared-outputs.ts";

describe("the outputs of an action are read from its types", () => {
  test.each([
    [
      "the members of outputs in the result",
      `export interface TagImageResult { readonly outputs: { readonly digest: string; "media-type": string } }`,
    ],
    [
      "a named type",
      `export interface TagImageOutputs { digest: string; "media-type": string }
       export interface TagImageResult { readonly outputs: TagImageOutputs }`,
    ],
    [
      "a type alias",
      `type Outputs = { digest: string; "media-type": string };
       export type TagImageResult = { outputs: Outputs; failure?: Error };`,
    ],
  ])("%s", (_form, text) => {
    const outputs = readDeclaredOutputs("tag-image", new Map([["tag-image.ts", text]]));
    expect(outputs?.map((output) => output.name)).toEqual(["digest", "media-type"]);
  });

  test("with the words of a union, also of a named one from another file", () => {
    const sources = new Map([
      ["outcome.ts", `export type Outcome = "tagged" | Unchanged; type Unchanged = "unchanged";`],
      ["tag-image.ts", `export interface TagImageOutputs { outcome: Outcome | "planned" }`],
    ]);
    expect(readDeclaredOutputs("tag-image", sources)).toEqual([
      { name: "outcome", words: ["tagged", "unchanged", "planned"] },
    ]);
  });

  test.each([
    ["no result type", "export interface Result { outputs: { digest: string } }"],
    ["a type that is written out elsewhere", "export interface TagImageResult { outputs: Elsewhere }"],
  ])("and are unknown for %s", (_form, text) => {
    expect(readDeclaredOutputs("tag-image", new Map([["tag-image.ts", text]]))).toBeUndefined();
  });
});
