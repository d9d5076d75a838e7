/** What a PostgreSQL server says to somebody who has just introduced himself. */
export type Greeting =
  | { readonly kind: "login-asked"; readonly method: string }
  | { readonly kind: "login-refused"; readonly sqlState: string; readonly message: string }
  /** There is more to come. */
  | { readonly kind: "unfinished" }
  /** Whatever this is, it is not PostgreSQL. */
  | { readonly kind: "foreign" };

const PROTOCOL_3_0 = 3 << 16;
const HEADER_BYTES = 5;
/** More than any server says at this point; libpq takes a longer one for garbage too. */
const MAX_MESSAGE_BYTES = 30_000;
const METHODS: Readonly<Record<number, string>> = {
  0: "none",
  2: "Kerberos",
  3: "a password",
  5: "an MD5 password",
  7: "GSSAPI",
  9: "SSPI",
  10: "SASL",
};

/**
 * The packet with which a client introduces itself: https://www.postgresql.org/docs/current/protocol-message-formats.html.
 * It has a user's name because the protocol wants one, and no secret. No such user need exist.
 */
export function startupPacket(user: string): Buffer {
  const parameters = ["user", user, "database", "postgres", "application_name", user, "", ""].join("\0");
  const packet = Buffer.alloc(8 + Buffer.byteLength(parameters));
  packet.writeInt32BE(packet.length, 0);
  packet.writeInt32BE(PROTOCOL_3_0, 4);
  packet.write(parameters, 8);
  return packet;
}

/** Reads the first message of a server's answer. */
export function readGreeting(bytes: Buffer): Greeting {
  const type = String.fromCharCode(bytes[0] ?? 0);
  if (bytes.length === 0) return { kind: "unfinished" };
  if (type !== "R" && type !== "E") return { kind: "foreign" };
  if (bytes.length < HEADER_BYTES) return { kind: "unfinished" };
  const length = bytes.readInt32BE(1);
  if (length < 8 || length > MAX_MESSAGE_BYTES) return { kind: "foreign" };
  if (bytes.length < length + 1) return { kind: "unfinished" };
  return type === "R" ? authentication(bytes) : refusal(bytes.toString("utf8", HEADER_BYTES, length + 1));
}

function authentication(bytes: Buffer): Greeting {
  const number = bytes.readInt32BE(HEADER_BYTES);
  return { kind: "login-asked", method: METHODS[number] ?? `method ${number}` };
}

/** Fields with a letter for a name, each ended by a zero byte; an error without an SQLSTATE is none of PostgreSQL's. */
function refusal(text: string): Greeting {
  const fields = new Map(text.split("\0").map((field) => [field.slice(0, 1), field.slice(1)]));
  const sqlState = fields.get("C") ?? "";
  if (!/^[0-9A-Z]{5}$/.test(sqlState)) return { kind: "foreign" };
  return { kind: "login-refused", sqlState, message: fields.get("M") ?? "" };
}
