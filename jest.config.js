import { globSync } from "node:fs";

const shared = {
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["fairway-source", "node", "node-addons"] },
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/test/support/strip-types.js" },
  moduleFileExtensions: ["ts", "js", "mjs", "cjs", "json", "node"],
  // Fixtures hold whole repositories in small: their packages are none of ours and their tests are not run.
  modulePathIgnorePatterns: ["<rootDir>/.*/lib/", "<rootDir>/.*/dist/", "<rootDir>/.*/src/fixtures/"],
  testPathIgnorePatterns: ["/node_modules/", "/fixtures/"],
  watchPathIgnorePatterns: ["<rootDir>/test-results/"],
};

/** Each folder of test/ is a project of its own, so that `npm test -- <project>` runs it alone. */
const testFolders = globSync("test/*/**/*.test.ts", { cwd: import.meta.dirname }).map((file) => file.split(/[/\\]/)[1]);

export default {
  projects: [
    { ...shared, displayName: "unit", testMatch: ["<rootDir>/{packages,actions}/*/src/**/*.test.ts"] },
    ...[...new Set(testFolders)].map((name) => ({
      ...shared,
      displayName: name,
      testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
    })),
  ],
  // Bundles, rollouts and whole chains take seconds by nature; what must be quick says so in its own test.
  testTimeout: 120_000,
  coverageProvider: "v8",
  collectCoverageFrom: ["{packages,actions}/*/src/**/*.ts"],
};
