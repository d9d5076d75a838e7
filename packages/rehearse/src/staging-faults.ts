import { EVERYTHING, type Fault } from "./fault.ts";
import { holdLease, keepDatabase } from "./preparations.ts";

/** What can go wrong, or be unusual, on the way to staging. */
export const STAGING_FAULTS: readonly Fault[] = [
  {
    name: "concurrent",
    explains: [
      "Another run is deploying to staging and holds the lease.",
      "Red in the first job, which names the holder; nothing is built, tagged or deployed.",
    ],
    prepare: async (rehearsal) => {
      await rehearsal.world.seedRelease("0.1.0");
      const commit = rehearsal.commit("0.2.0");
      await holdLease(rehearsal, "staging");
      return () => rehearsal.stage(commit);
    },
    expect: {
      exit: 1,
      where: { job: "staging / Take the lease", step: "Reject when another deployment is in progress" },
      untouched: EVERYTHING,
      record: undefined,
    },
  },
  {
    name: "lasting-database",
    explains: [
      "The volume of staging's database is on EFS, so a restart would not empty it.",
      "Red while planning, with the name of the volume; nothing is built, and neither database nor application is touched.",
    ],
    prepare: async (rehearsal) => {
      keepDatabase(rehearsal);
      await rehearsal.world.seedRelease("0.1.0");
      const commit = rehearsal.commit("0.2.0");
      return () => rehearsal.stage(commit);
    },
    expect: {
      exit: 1,
      where: { job: "staging / Plan the deployment", step: "Plan the empty start of the database" },
      untouched: EVERYTHING,
      record: undefined,
    },
  },
  {
    name: "first-deploy",
    explains: [
      "There is no release yet, so staging has nothing to migrate from.",
      "Green with a warning: the beta is deployed directly on the empty database.",
    ],
    prepare: (rehearsal) => {
      const commit = rehearsal.commit("0.1.0");
      return Promise.resolve(() => rehearsal.stage(commit));
    },
    expect: {
      exit: 0,
      where: undefined,
      untouched: ["floating-tags", "production"],
      record: { environment: "staging", state: "success", says: /^0\.1\.0-\w{7}\.beta serves, as \S+:\d+$/ },
    },
  },
];
