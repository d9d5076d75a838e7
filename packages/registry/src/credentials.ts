/** Proof of who asks, in the forms that Docker's configuration knows. */
export type Credentials =
  | { readonly kind: "anonymous" }
  | { readonly kind: "password"; readonly username: string; readonly password: string }
  /** Exchanged for a token by the registry's token service. */
  | { readonly kind: "identity-token"; readonly token: string }
  /** Used as it is. */
  | { readonly kind: "registry-token"; readonly token: string };

/** The secret part, to be masked before it is used; undefined for nobody. */
export function secretOf(credentials: Credentials): string | undefined {
  switch (credentials.kind) {
    case "anonymous":
      return undefined;
    case "password":
      return credentials.password;
    case "identity-token":
    case "registry-token":
      return credentials.token;
  }
}

/** `Basic …`: https://www.rfc-editor.org/rfc/rfc7617 */
export function basicHeader(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}
