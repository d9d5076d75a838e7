export type { AwsCredentials } from "./assume-role.ts";
export { openAws, type Aws, type AwsAccount, type CallerIdentity } from "./aws-account.ts";
