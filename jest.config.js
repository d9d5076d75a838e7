const shared = {
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["fairway-source", "node", "node-addons"] },
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/test/support/strip-types.js" },
  moduleFileExtensions: ["ts", "js", "mjs", "cjs", "json", "node"],
  modulePathIgnorePatterns: ["<rootDir>/.*/lib/", "<rootDir>/.*/dist/"],
  watchPathIgnorePatterns: ["<rootDir>/test-results/"],
};

/** Each folder of test/ is a project of its own, so that `npm test -- <project>` runs it alone. */
const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

export default {
  projects: [
    project("unit", ["<rootDir>/{packages,actions}/*/src/**/*.test.ts"]),
    ...["contract", "bundle", "scenario", "workflows", "real"].map((name) =>
      project(name, [`<rootDir>/test/${name}/**/*.test.ts`]),
    ),
  ],
  coverageProvider: "v8",
  collectCoverageFrom: ["{packages,actions}/*/src/**/*.ts"],
};
