import { describe, expect, test } from "@jest/globals";

import { readManifest } from "./read-manifest.ts";

const HEAD = "schema: 1\narchive: { name: a, folder: a }\n";
const read = (text: string) => readManifest("package.yml", HEAD + text);

describe("a manifest", () => {
  test("is read as it stands", async () => {
    expect(await read("empty-folders: [logs]\n")).toEqual({
      schema: 1,
      archive: { name: "a", folder: "a" },
      "empty-folders": ["logs"],
    });
  });

  test.each([
    ["layuot: []", "layuot: is not a key of the manifest; did you mean layout?"],
    ["layout: [{ from: a }]", "layout[0].to: is required and not there"],
    [
      "layout: [{ from: /etc, to: etc }]",
      'layout[0].from: "/etc" is refused. A path below the workspace with forward slashes',
    ],
    ["layout: [{ from: a/../../b, to: b }]", "layout[0].from:"],
    ["layout: [{ from: ., to: b }]", "layout[0].from:"],
    ["layout: [{ from: -rf, to: b }]", "layout[0].from:"],
    ["layout: [{ from: a, to: b/ }]", "layout[0].to:"],
    ["layout: [{ from: a, to: 'b\\c' }]", "layout[0].to:"],
    ['layout: [{ from: a, to: b, mode: "4755" }]', "layout[0].mode:"],
    ["go: { builds: [] }", "go.builds: [] is refused."],
    ["go: { builds: [{ package: -ldflags=x, to: b }] }", "go.builds[0].package:"],
    ["go: { builds: [{ package: ./../x, to: b }] }", "go.builds[0].package:"],
    ["go: { builds: [{ package: ., to: b, tags: ['a,b'] }] }", "go.builds[0].tags[0]:"],
    [
      "go: { builds: [{ package: ., to: b, variables: { version: x } }] }",
      'go.builds[0].variables: the key "version" is refused. An import path',
    ],
    ['go: { builds: [{ package: ., to: b, variables: { main.v: "a\'b" } }] }', "go.builds[0].variables.main.v:"],
    [
      "go: { builds: [{ package: ., to: b, variables: { main.v: 1 } }] }",
      "go.builds[0].variables.main.v: 1 is refused. Text of one line",
    ],
    ["go: { version: 1.26, builds: [{ package: ., to: b }] }", "go.version: 1.26 is refused."],
    [
      "json: [{ from: a, to: b, set: { LogSettings: 1 } }]",
      'json[0].set: the key "LogSettings" is refused. A JSON pointer',
    ],
    ["web: { run: [npm ci], output: dist, to: client }", 'web.run[0]: "npm ci" is refused.'],
    ["schema: 2", "is no valid YAML"],
    ["layout: &a [*a]", "is no valid YAML"],
    ["x: &x [1]\ny: [*x, *x, *x, *x, *x, *x, *x, *x, *x, *x, *x, *x]\nz: &z [*x, *x]", "package.yml"],
  ])("with %s is refused, with its place and the rule", async (text, problem) => {
    await expect(read(text)).rejects.toThrow(problem);
  });

  test("of thousands of aliases is refused", async () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh"
        .split("")
        .map((name, index) =>
          `${name}: &${name} [${"abcdefg"[index]}]`.replace(/\[(\w)\]/, "[*$1,*$1,*$1,*$1,*$1,*$1,*$1,*$1,*$1]"),
        ),
    ].join("\n");
    await expect(read(bomb)).rejects.toThrow("is no valid YAML");
  });

  test("that is a list or empty is refused", async () => {
    await expect(readManifest("package.yml", "- a\n")).rejects.toThrow("the manifest:");
    await expect(readManifest("package.yml", "")).rejects.toThrow("the manifest:");
  });
});
