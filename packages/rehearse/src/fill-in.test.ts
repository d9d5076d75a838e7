import { describe, expect, test } from "@jest/globals";
import { fillIn } from "./fill-in.ts";

const EXAMPLE = `# Copy this.
jobs:
  deploy:
    uses: OWNER/fairway/.github/workflows/staging.yml@v0
    with:
      image: ghcr.io/acme/shop # yours
      cluster: staging
`;

describe("fillIn", () => {
  test("fills in the owner and the named inputs, and leaves the rest as it stands", () => {
    expect(fillIn(EXAMPLE, { owner: "acme", with: { image: "localhost:5000/shop" } })).toBe(
      EXAMPLE.replace("OWNER", "acme").replace("ghcr.io/acme/shop", "localhost:5000/shop"),
    );
  });

  test("refuses an input that the example does not give", () => {
    expect(() => fillIn(EXAMPLE, { owner: "acme", with: { images: "x" } })).toThrow(
      "The example caller gives no images",
    );
  });

  test("refuses a file that calls nothing", () => {
    expect(() => fillIn("jobs: { a: { runs-on: x } }", { owner: "acme", with: {} })).toThrow(
      "one job, which calls a workflow",
    );
  });
});
