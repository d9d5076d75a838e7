import { tmpdir } from "node:os";

import { createRecordingLog } from "@fairway/domain/testing";
import { describe, expect, test } from "@jest/globals";

import { openProgramStreamer, type StreamedProgram } from "./stream-program.ts";

const quiet = () => openProgramStreamer({ log: createRecordingLog(), signal: new AbortController().signal });
const shell = (script: string, more: Partial<StreamedProgram> = {}): StreamedProgram => ({
  program: "sh",
  args: ["-c", script],
  folder: tmpdir(),
  environment: {},
  inherit: [],
  searchFirst: [],
  ...more,
});

describe("a program that takes long", () => {
  test("gives its exit code and the lines of both streams", async () => {
    const result = await quiet().run(shell("echo one; echo two >&2; printf three; exit 3"));
    expect(result.exitCode).toBe(3);
    expect([...result.lines].toSorted()).toEqual(["one", "three", "two"]);
  });

  test("keeps the last thousand lines and counts the others", async () => {
    const { lines, omitted } = await quiet().run(shell("seq 1 2500"));
    expect([lines.length, lines[0], lines.at(-1), omitted]).toEqual([1000, "1501", "2500", 1500]);
  });

  test("is not drowned by a line without an end, and ends lines at carriage returns", async () => {
    const { lines } = await quiet().run(shell("head -c 5000000 /dev/zero | tr '\\0' x; printf 'a\\rb\\r\\nc'"));
    expect(lines.map((line) => line.length <= 2000)).not.toContain(false);
    expect(lines.slice(-2)).toEqual(["b", "c"]);
  });

  test("sees what it needs and what is named, and no other variable of this process", async () => {
    process.env["FAIRWAY_TEST_TOKEN"] = "kept back";
    process.env["FAIRWAY_TEST_NAMED"] = "handed on";
    const { lines } = await quiet().run(shell("env", { inherit: ["FAIRWAY_TEST_NAMED"], environment: { OWN: "1" } }));
    delete process.env["FAIRWAY_TEST_TOKEN"];
    delete process.env["FAIRWAY_TEST_NAMED"];
    expect(lines).toEqual(expect.arrayContaining(["FAIRWAY_TEST_NAMED=handed on", "OWN=1", "TZ=UTC"]));
    expect(lines.join("\n")).not.toContain("FAIRWAY_TEST_TOKEN");
  });

  test("is looked for in the folders that are given first", async () => {
    const { lines } = await quiet().run(shell("echo $PATH", { searchFirst: ["/first", "/second"] }));
    expect(lines[0]).toMatch(/^\/first:\/second:/);
  });

  test("that is not there, or whose folder is not, is named", async () => {
    await expect(quiet().run(shell("", { program: "no-such-program" }))).rejects.toThrow(
      "no-such-program could not be started",
    );
    await expect(quiet().run(shell("", { folder: "/no/such/folder" }))).rejects.toThrow("could not be started");
  });

  test("ends with all that it started when the run is cancelled", async () => {
    const controller = new AbortController();
    const streamer = openProgramStreamer({ log: createRecordingLog(), signal: controller.signal });
    const reason = new Error("cancelled");
    const running = streamer.run(shell("sleep 60 & echo $!; wait"));
    setTimeout(() => controller.abort(reason), 200);
    await expect(running).rejects.toBe(reason);
    await expect(streamer.run(shell("true"))).rejects.toBe(reason);
  });
});
