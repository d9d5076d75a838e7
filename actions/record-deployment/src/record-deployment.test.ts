import { describe, expect, test } from "@jest/globals";

import { checkInputs } from "./inputs.ts";
import { recordDeployment } from "./record-deployment.ts";
import { renderSummary } from "./summary.ts";
import { InMemoryDeployments, inputs, payloadOf, portsOf } from "./testing/in-memory-deployments.ts";

const START = { mode: "start", environment: "production", ref: "0.1.0-abcdefg.beta", version: "0.1.0" };
const finish = (id: number, state: string, more: Record<string, string> = {}) =>
  inputs({ mode: "finish", "deployment-id": String(id), state, ...more });

describe("a start", () => {
  test("makes a record with all that is known as its payload, and marks it as in progress", async () => {
    const book = new InMemoryDeployments();
    const approvals = [{ login: "lead", comment: "Go." }];
    const image = { image: "acme/shop:0.1.0", "image-digest": `sha256:${"c".repeat(64)}` };
    const texts = { ...START, ...image, commit: book.sha, "environment-url": "https://shop.example/" };
    const result = await recordDeployment(inputs(texts), portsOf(book, { approvals }));
    expect(result.outputs).toEqual({
      "deployment-id": "1",
      state: "in_progress",
      approvers: "lead",
      outcome: "started",
    });
    expect(book.deployments[0]?.payload).toEqual({
      schema: 1,
      by: "fairway",
      ref: START.ref,
      version: "0.1.0",
      commit: book.sha,
      image: "docker.io/acme/shop:0.1.0",
      imageDigest: image["image-digest"],
      environmentUrl: "https://shop.example/",
      run: "7",
      attempt: "1",
      runUrl: "https://github.example/runs/7",
      actor: "dev",
      approvedBy: approvals,
    });
    expect(book.statuses.get(1)).toEqual([
      {
        state: "in_progress",
        description: "Deploying 0.1.0",
        logUrl: "https://github.example/runs/7",
        environmentUrl: "https://shop.example/",
      },
    ]);
  });

  test("that is repeated finds the open record of its run", async () => {
    const book = new InMemoryDeployments();
    await recordDeployment(inputs(START), portsOf(book));
    const again = await recordDeployment(inputs(START), portsOf(book));
    expect(again.outputs).toMatchObject({ "deployment-id": "1", outcome: "resumed" });
    expect(book.deployments).toHaveLength(1);
  });

  test.each(["before", "after"] as const)("makes one record when the answer is lost %s it was made", async (when) => {
    const book = new InMemoryDeployments();
    book.failures.push(when);
    const result = await recordDeployment(inputs(START), portsOf(book));
    expect(result.outputs).toMatchObject({ "deployment-id": "1", outcome: "started" });
    expect(book.deployments).toHaveLength(1);
  });

  test("closes what lost runs left open, back to the first record that has ended", async () => {
    const book = new InMemoryDeployments();
    const old = book.add({ payload: payloadOf("1") }, "in_progress");
    const served = book.add({ payload: payloadOf("2") }, "in_progress", "success");
    const lost = book.add({ payload: payloadOf("3") }, "in_progress");
    const unmarked = book.add({ payload: payloadOf("4") });
    const result = await recordDeployment(inputs(START), portsOf(book));
    expect(result.closed).toBe(2);
    expect([lost, unmarked].map(({ id }) => book.statesOf(id).at(-1))).toEqual(["error", "error"]);
    expect(book.statesOf(served.id)).toEqual(["in_progress", "success"]);
    expect(book.statesOf(old.id)).toEqual(["in_progress"]);
  });

  test("closes the record of an earlier attempt of its own run", async () => {
    const book = new InMemoryDeployments();
    const earlier = book.add({ payload: payloadOf("7") }, "in_progress");
    const ports = portsOf(book);
    await recordDeployment(inputs(START), { ...ports, me: { ...ports.me, attempt: "2" } });
    expect(book.statesOf(earlier.id)).toEqual(["in_progress", "error"]);
  });

  test("leaves the open records of runs that go on, of other tasks and of others' making", async () => {
    const book = new InMemoryDeployments();
    const all = [
      book.add({ payload: payloadOf("5") }, "in_progress"),
      book.add({ payload: payloadOf("4"), task: "deploy:other" }, "in_progress"),
      book.add({ payload: {} }, "in_progress"),
    ];
    const ports = portsOf(book, { alive: ["5"] });
    expect((await recordDeployment(inputs(START), ports)).closed).toBe(0);
    expect(all.flatMap(({ id }) => book.statesOf(id))).toEqual(["in_progress", "in_progress", "in_progress"]);
    expect(ports.log.lines.join("\n")).toContain("its run may go on");
  });

  test("is refused when the ref names another commit by now, and says so in the record", async () => {
    const book = new InMemoryDeployments();
    const moved = recordDeployment(inputs({ ...START, commit: "b".repeat(40) }), portsOf(book));
    await expect(moved).rejects.toMatchObject({ code: "TAG_MOVED" });
    expect(book.statesOf(1)).toEqual(["error"]);
  });

  test("changes nothing in a dry run", async () => {
    const book = new InMemoryDeployments();
    book.add({ payload: payloadOf("1") }, "in_progress");
    const result = await recordDeployment(inputs({ ...START, "dry-run": "true" }), portsOf(book));
    expect(result.outputs).toMatchObject({ "deployment-id": "", outcome: "planned" });
    expect(book.deployments).toHaveLength(1);
    expect(book.statesOf(1)).toEqual(["in_progress"]);
  });
});

describe("an end", () => {
  test.each([
    ["success", "success", "0.1.0 serves, as app:7"],
    ["failure", "failure", "0.1.0 failed: rolled back to app:6"],
    ["cancelled", "error", "0.1.0 was cancelled before it was proven to serve"],
  ])("%s is told as %s", async (state, told, description) => {
    const book = new InMemoryDeployments();
    await recordDeployment(inputs({ ...START, "environment-url": "https://shop.example/" }), portsOf(book));
    const more = { reason: "rolled back to app:6", "task-definition": "arn:aws:ecs:x:1:task-definition/app:7" };
    const result = await recordDeployment(finish(1, state, more), portsOf(book));
    expect(result.outputs).toEqual({ "deployment-id": "1", state: told, approvers: "", outcome: "finished" });
    expect(book.statuses.get(1)?.at(-1)).toEqual({
      state: told,
      description,
      logUrl: "https://github.example/runs/7",
      environmentUrl: "https://shop.example/",
    });
  });

  test("that serves makes the earlier one that served inactive, and no other", async () => {
    const book = new InMemoryDeployments();
    const gone = book.add({ payload: payloadOf("1") }, "success", "inactive");
    const byGitHub = book.add({}, "success");
    const failed = book.add({ payload: payloadOf("3") }, "failure");
    const other = book.add({ payload: payloadOf("4"), task: "deploy:other" }, "success");
    const own = book.add({ payload: payloadOf("7") }, "in_progress");
    const later = book.add({ payload: payloadOf("8") }, "success");
    const result = await recordDeployment(finish(own.id, "success"), portsOf(book));
    expect(result.replaced).toBe(1);
    const last = [gone, byGitHub, failed, other, own, later].map(({ id }) => book.statesOf(id).at(-1));
    expect(last).toEqual(["inactive", "inactive", "failure", "success", "success", "success"]);
  });

  test.each(["failure", "cancelled"])("in %s leaves the earlier one active", async (state) => {
    const book = new InMemoryDeployments();
    const earlier = book.add({ payload: payloadOf("1") }, "success");
    const own = book.add({ payload: payloadOf("7") }, "in_progress");
    await recordDeployment(finish(own.id, state), portsOf(book));
    expect(book.statesOf(earlier.id)).toEqual(["success"]);
  });

  test("asks little however long the history is", async () => {
    const book = new InMemoryDeployments();
    for (let run = 100; run < 200; run += 1) book.add({ payload: payloadOf(String(run)) }, "success");
    const own = book.add({ payload: payloadOf("7") }, "in_progress");
    await recordDeployment(finish(own.id, "success"), portsOf(book));
    expect(book.reads).toBeLessThanOrEqual(12);
  });

  test("that was told is never told otherwise", async () => {
    const book = new InMemoryDeployments();
    const own = book.add({ payload: payloadOf("7") }, "in_progress", "success");
    const result = await recordDeployment(finish(own.id, "failure"), portsOf(book));
    expect(result.outputs).toMatchObject({ outcome: "unchanged", state: "success" });
    expect(book.statesOf(own.id)).toEqual(["in_progress", "success"]);
  });

  test("is right although the earlier ones cannot be read, which is told", async () => {
    const book = new InMemoryDeployments();
    const own = book.add({ payload: payloadOf("7") }, "in_progress");
    book.newest = () => Promise.reject(new Error("GitHub gave no answer"));
    const ports = portsOf(book);
    const result = await recordDeployment(finish(own.id, "success"), ports);
    expect(result.outputs).toMatchObject({ outcome: "finished", state: "success" });
    expect(ports.log.lines.join("\n")).toContain("may still be shown as active");
  });

  test("of a record that somebody else made is refused", async () => {
    const book = new InMemoryDeployments();
    const { id } = book.add({ payload: { by: "somebody" } });
    const wrong = recordDeployment(finish(id, "success"), portsOf(book));
    await expect(wrong).rejects.toMatchObject({ code: "FOREIGN_RECORD" });
    expect(book.statesOf(id)).toEqual([]);
  });

  test("changes nothing in a dry run", async () => {
    const book = new InMemoryDeployments();
    const { id } = book.add({ payload: payloadOf("7") }, "in_progress");
    const result = await recordDeployment(finish(id, "success", { "dry-run": "true" }), portsOf(book));
    expect(result.outputs).toMatchObject({ outcome: "planned", state: "in_progress" });
    expect(book.statesOf(id)).toEqual(["in_progress"]);
  });
});

describe("inputs", () => {
  test.each([
    [{ mode: "start" }, ["environment", "ref"]],
    [{ mode: "finish" }, ["deployment-id", "state"]],
    [START, []],
    [{ mode: "finish", "deployment-id": "1", state: "failure" }, []],
  ])("%j lack %j", (texts, lacking) => {
    expect(checkInputs(inputs(texts as Record<string, string>)).map(({ input }) => input)).toEqual(lacking);
  });

  test.each([
    [{ mode: "stop" }],
    [{ state: "skipped" }],
    [{ ref: "-x" }],
    [{ "deployment-id": "1e3" }],
    [{ "environment-url": "https://user@shop.example/" }],
    [{ "environment-url": "javascript:alert(1)" }],
  ])("%j is refused", (texts) => {
    expect(() => inputs({ mode: "start", ...(texts as Record<string, string>) })).toThrow();
  });
});

describe("the summary", () => {
  test("says what is deployed, and who approved it with which words", async () => {
    const approvals = [{ login: "lead", comment: "Go | <now>" }];
    const asked = inputs(START);
    const summary = renderSummary(
      await recordDeployment(asked, portsOf(new InMemoryDeployments(), { approvals })),
      asked,
    );
    expect(summary).toContain("### Deployment to `production`: started");
    expect(summary).toContain(String.raw`| Approved by | ${"`lead`"}: Go \| &lt;now&gt; |`);
  });

  test("of an end begins with the verdict", async () => {
    const book = new InMemoryDeployments();
    book.add({ payload: payloadOf("1") }, "success");
    const own = book.add({ payload: payloadOf("7") }, "in_progress");
    const asked = finish(own.id, "success");
    const summary = renderSummary(await recordDeployment(asked, portsOf(book)), asked);
    expect(summary).toBe(
      "### 0.1.0 serves\n\nDeployment `2` is told as `success`. 1 earlier record marked as inactive.\n",
    );
  });
});
