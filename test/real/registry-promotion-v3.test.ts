import { describeWhereInstalled } from "../support/tools.ts";
import { describePromotions, TOOLS } from "./promotion-suite.ts";

// .ci/run builds the program from distribution-v3/ where there is a Go that can.
describeWhereInstalled(["distribution-v3", ...TOOLS], "the retag-image bundle and version 3 of distribution", () =>
  describePromotions("distribution-v3"),
);
