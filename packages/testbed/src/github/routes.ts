import { actionRoutes } from "./actions/action-routes.ts";
import { approvalRoutes } from "./actions/approval-routes.ts";
import { deploymentRoutes } from "./deployments/deployment-routes.ts";
import { environmentRoutes } from "./deployments/environment-routes.ts";
import { branchRoutes } from "./git/branch-routes.ts";
import { commitRoutes } from "./git/commit-routes.ts";
import { contentRoutes } from "./git/content-routes.ts";
import { objectRoutes } from "./git/object-routes.ts";
import { refRoutes } from "./git/ref-routes.ts";
import { treeRoutes } from "./git/tree-routes.ts";
import type { Route } from "./http/router.ts";
import { assetRoutes } from "./releases/asset-routes.ts";
import { releaseRoutes } from "./releases/release-routes.ts";
import { siteRoutes } from "./site-routes.ts";

/** Every route of the site. The first that matches answers, so assets stand before releases. */
export const routes: readonly Route[] = [
  ...siteRoutes,
  ...refRoutes,
  ...objectRoutes,
  ...treeRoutes,
  ...commitRoutes,
  ...branchRoutes,
  ...contentRoutes,
  ...assetRoutes,
  ...releaseRoutes,
  ...actionRoutes,
  ...approvalRoutes,
  ...environmentRoutes,
  ...deploymentRoutes,
];
