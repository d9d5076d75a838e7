import { describe, expect, test } from "@jest/globals";
import { parseActionMetadata } from "./action-metadata.ts";
import { insertMarkers, replaceActionTable, replaceTables } from "./readme-tables.ts";

const metadata = parseActionMetadata(
  "action.yml",
  `
description: Greets one person.
inputs:
  person:
    description: |
      Who is greeted,
      or a | b.
    required: true
  count:
    description: How often.
    default: 3
outputs: {}
`,
);

const readme = "# greet-person\n\n## API\n\nText.\n";

describe("the tables of an action's README", () => {
  const { text, missing } = replaceTables(insertMarkers(readme), metadata);

  test("are written below API when the markers are not there yet", () => {
    expect(missing).toEqual([]);
    expect(text).toBe(`# greet-person

## API

<!-- inputs: written by npm run docs -->

| Input    | Description                | Default  |
| -------- | -------------------------- | -------- |
| \`person\` | Who is greeted, or a \\| b. | required |
| \`count\`  | How often.                 | \`3\`      |

<!-- end of inputs -->

<!-- outputs: written by npm run docs -->

None.

<!-- end of outputs -->

Text.
`);
  });

  test("stay as they are when they are written again", () => {
    expect(replaceTables(insertMarkers(text), metadata)).toEqual({ text, missing: [] });
  });

  test("are missed when there is no heading to write them below", () => {
    const { missing: markers } = replaceTables(insertMarkers("# greet-person\n"), metadata);
    expect(markers).toEqual(["<!-- inputs: written by npm run docs -->", "<!-- outputs: written by npm run docs -->"]);
  });
});

test("the root README's table links every action", () => {
  const root = "<!-- actions: written by npm run docs -->\n<!-- end of actions -->\n";
  const { text } = replaceActionTable(root, new Map([["greet-person", metadata]]));
  expect(text).toContain("| [greet-person](actions/greet-person/README.md) | Greets one person. |");
});
