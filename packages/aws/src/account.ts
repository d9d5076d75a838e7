export { openAws, type Aws, type AwsAccount, type CallerIdentity } from "./aws-account.ts";
export type { AwsCredentials } from "./model.ts";
