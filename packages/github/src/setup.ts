export { openIdTokens, type IdToken, type IdTokens } from "./id-token.ts";
export { openTokenPermissions, type PermissionAnswer, type TokenPermission } from "./token-permissions.ts";
