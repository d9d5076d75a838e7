import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { type Breach, renderBreach } from "./breach.ts";
import { checkActionContract, checkRootReadme } from "./check-contract.ts";

const sound = join(import.meta.dirname, "../fixtures/contract/sound");
const temporary = mkdtempSync(join(tmpdir(), "fairway-contract-"));
let copies = 0;

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const YML = "action.yml";
const INPUTS = "src/inputs.ts";
const README = "README.md";
const USE_CASE = "src/greet-person.ts";

test("a sound action keeps every rule", async () => {
  expect((await checkActionContract(sound, "greet-person")).map(renderBreach)).toEqual([]);
});

describe("an action is refused", () => {
  test.each([
    ["name", YML, "name: Fairway greet-person", "name: Greeter"],
    ["author", YML, "author: Fairway\n", ""],
    ["branding", YML, "color: blue", "color: pink"],
    ["branding", YML, "icon: tag, ", ""],
    ["runs", YML, "using: node24", "using: node20"],
    ["runs", YML, "main: dist/index.js", "main: lib/main.js"],
    ["runs", YML, "main: dist/index.js", "main: dist/index.js\n  post: dist/post.js"],
    ["keys", YML, "author:", "licence: MIT\nauthor:"],
    ["keys", YML, "    default: en", "    default: en\n    type: choice"],
    ["description", YML, "Greets one person.", "Greets one person"],
    ["description", YML, "    description: Who is greeted.\n", ""],
    ["description", YML, "The greeting as it was sent.", "the greeting, as sent"],
    ["placeholder", YML, "Who is greeted.", "TODO say who."],
    ["placeholder", README, "A person.", "TODO say what."],
    ["placeholder", USE_CASE, "return", "// TODO greet.\n  return"],
    ["outcome", YML, "It is greeted or planned.", "It is greeted."],
    ["required", YML, "    required: true\n", ""],
    ["required", YML, "    required: true", "    required: true\n    default: Ada"],
    ["required", INPUTS, "person: required", "person: { ...required, optional: true }"],
    ["default", YML, "default: en", "default: de"],
    ["secret", INPUTS, "secret: true", "secret: false"],
    ["inputs", INPUTS, "person: required", "person: required, people: required"],
    ["inputs", INPUTS, "  person: required,\n", ""],
    ["fields", INPUTS, "export const fields", "export const inputs"],
    ["outputs", USE_CASE, "    readonly greeting: string;\n", ""],
    ["outputs", USE_CASE, "readonly greeting: string;", "readonly greeting: string;\n    readonly length: string;"],
    ["outputs", USE_CASE, "interface GreetPersonResult", "interface Result"],
    ["use-case", USE_CASE, "function greetPerson", "function greet"],
    ["main-length", "src/main.ts", "await", `${"\n".repeat(40)}await`],
    ["main-branches", "src/main.ts", "await greetPerson();", "if (true) await greetPerson();"],
    ["main-branches", "src/main.ts", "await greetPerson();", "await (true ? greetPerson() : 1);"],
    ["main-branches", "src/main.ts", "await greetPerson();", "(await greetPerson()) ?? 1;"],
    ["main-branches", "src/main.ts", "await greetPerson();", "switch (1) { default: await greetPerson(); }"],
    ["package-name", "package.json", "@fairway/greet-person", "greet-person"],
    ["references", "tsconfig.json", `{ "path": "../../packages/domain" }`, ""],
    ["references", "package.json", `"@fairway/domain": "workspace:*"`, ""],
    ["sections", README, "## Requirements", "## What you need"],
    ["sections", README, "# greet-person", "# Greeter"],
    ["tables", README, "Who is greeted.", "Who is met."],
    ["tables", README, "<!-- end of outputs -->", ""],
    ["example", README, "person: Ada", "person: Ada\n    age: 36"],
    ["example", README, "  with:\n    person: Ada\n", ""],
    ["example", README, "actions/greet-person@v0", "actions/greet-people@v0"],
    ["example", README, "with:", "with: with:"],
  ])("by the rule %s after a change in %s: %j becomes %j", async (rule, file, before, after) => {
    const breaches = await checkAfter(file, before, after);
    expect(new Set(breaches.map((breach) => breach.rule))).toContain(rule);
  });

  test("by the rule kebab-case when an input has capitals", async () => {
    const breaches = await checkAfter(YML, "  closing:", "  closingWords:");
    expect(breaches.map((breach) => breach.rule)).toContain("kebab-case");
  });

  test.each(["action.yml", "README.md", "tsconfig.json", "src/ports.ts", "src/greet-person.test.ts"])(
    "by the rule files when %s is missing",
    async (file) => {
      const root = copySound();
      rmSync(join(root, "actions/greet-person", file));
      const [breach] = await checkActionContract(root, "greet-person");
      expect(breach?.rule).toBe("files");
    },
  );
});

describe("the root README is refused", () => {
  test("when its table of actions is not up to date", () => {
    const root = copySound();
    replaceIn(join(root, "README.md"), "Greets one person.", "Greets somebody.");
    expect(checkRootReadme(root).map(renderBreach)).toEqual([
      "README.md tables: the table of actions is not up to date; run npm run docs.",
    ]);
  });

  test("when it is not there", () => {
    const root = copySound();
    rmSync(join(root, "README.md"));
    expect(checkRootReadme(root).map(renderBreach)).toEqual(["README.md files: is missing."]);
  });
});

async function checkAfter(file: string, before: string, after: string): Promise<Breach[]> {
  const root = copySound();
  replaceIn(join(root, "actions/greet-person", file), before, after);
  return checkActionContract(root, "greet-person");
}

function copySound(): string {
  copies += 1;
  const root = join(temporary, String(copies));
  cpSync(sound, root, { recursive: true });
  return root;
}

/** A change that changes nothing would prove nothing. */
function replaceIn(file: string, before: string, after: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(before)) throw new Error(`${file} does not hold "${before}"`);
  writeFileSync(file, text.replace(before, after));
}
