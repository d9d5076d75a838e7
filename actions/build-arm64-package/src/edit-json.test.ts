import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { editJson } from "./edit-json.ts";

const TEXT = `{
  "2": 1.50, "1": [true, {"a": "x\\"}]"}],
  "Log" : { "Level":"DEBUG", "Path": "C:\\\\" },
  "a/b": {"~": null}
}
`;

function edited(set: Record<string, unknown>, text = TEXT): string {
  const edit = editJson(text, Object.entries(set));
  return edit.kind === "edited" ? edit.text : edit.problems.join("; ");
}

describe("an edit of JSON", () => {
  test("changes the values that are named and no other byte", () => {
    expect(edited({ "/Log/Level": "INFO" })).toBe(TEXT.replace('"DEBUG"', '"INFO"'));
    expect(edited({ "/1/1/a": { b: [1] }, "/2": null })).toBe(
      TEXT.replace("1.50", "null").replace('"x\\"}]"', '{"b":[1]}'),
    );
    expect(edited({ "/a~1b/~0": 5, "/1/0": false })).toBe(TEXT.replace("null", "5").replace("true", "false"));
  });

  test.each([
    ["/Log/Levle", '/Log/Levle: /Log has no "Levle"; it has Level, Path'],
    ["/Log/Level/x", '/Log/Level/x: /Log/Level holds no keys, so there is no "x"'],
    ["/1/2", '/1/2: /1 has no "2"; it has 0, 1'],
    ["/__proto__", '/__proto__: / has no "__proto__"; it has 2, 1, Log, a/b'],
  ])("refuses %s, which is not there", (pointer, problem) => {
    expect(edited({ [pointer]: 1 })).toBe(problem);
  });

  test("refuses a key that is there twice, since readers disagree which one counts", () => {
    expect(edited({ "/a": 3 }, '{"a":1,"a":2}')).toBe('/a: / has the key "a" twice');
  });

  test("refuses two changes of which one is inside the other", () => {
    expect(edited({ "/Log": {}, "/Log/Level": "x" })).toContain("one pointer leads into the value of another");
  });

  test("throws for what is no JSON", () => {
    expect(() => editJson("{a: 1}", [["/a", 1]])).toThrow("It is no JSON");
  });

  test("does to any document what an assignment does", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
        fc.jsonValue(),
        fc.constantFrom(0, 2),
        (object, value, indent) => {
          const [key = ""] = Object.keys(object);
          const pointer = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
          const edit = editJson(JSON.stringify(object, undefined, indent), [[pointer, value]]);
          const expected = { ...object };
          Object.defineProperty(expected, key, { value, enumerable: true });
          expect(edit.kind === "edited" ? JSON.stringify(JSON.parse(edit.text)) : edit).toBe(
            JSON.stringify(JSON.parse(JSON.stringify(expected))),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
