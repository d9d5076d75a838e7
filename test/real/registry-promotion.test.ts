import { describeWithTool } from "../support/tools.ts";
import { describePromotions, TOOLS } from "./promotion-suite.ts";

describeWithTool(["docker-registry", ...TOOLS], "the retag-image bundle and Debian's docker-registry", () =>
  describePromotions("docker-registry"),
);
