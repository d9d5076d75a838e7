import { describe, expect, test } from "@jest/globals";

import { readGreeting, startupPacket } from "./postgres-greeting.ts";

function message(type: string, body: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.write(type, 0);
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}

const SASL = message("R", Buffer.from("\0\0\0\u000aSCRAM-SHA-256\0\0"));
const STARTING = message("E", Buffer.from("SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"));

describe("the start-up packet", () => {
  test("has its length, the protocol's version, a user's name and no secret", () => {
    const packet = startupPacket("probe");
    expect(packet.readInt32BE(0)).toBe(packet.length);
    expect(packet.readInt32BE(4)).toBe(196_608);
    expect(packet.toString("latin1", 8)).toBe("user\0probe\0database\0postgres\0application_name\0probe\0\0");
  });
});

describe("the first message of an answer", () => {
  test.each<[string, Buffer, object]>([
    ["that asks for SASL", SASL, { kind: "login-asked", method: "SASL" }],
    ["that asks for nothing", message("R", Buffer.alloc(4)), { kind: "login-asked", method: "none" }],
    ["of a method to come", message("R", Buffer.from([0, 0, 0, 99])), { kind: "login-asked", method: "method 99" }],
    [
      "that is an error",
      STARTING,
      { kind: "login-refused", sqlState: "57P03", message: "the database system is starting up" },
    ],
    ["that is followed by another", Buffer.concat([STARTING, SASL]), { kind: "login-refused" }],
    ["that is an error without a code", message("E", Buffer.from("SFATAL\0Mno\0\0")), { kind: "foreign" }],
    ["that is HTTP", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"), { kind: "foreign" }],
    ["that is a word with the right letter", Buffer.from("ERR unknown command\r\n"), { kind: "foreign" }],
    ["that is not there yet", Buffer.alloc(0), { kind: "unfinished" }],
    ["whose length is not there yet", STARTING.subarray(0, 3), { kind: "unfinished" }],
    ["whose end is not there yet", STARTING.subarray(0, -1), { kind: "unfinished" }],
  ])("%s is read", (_, bytes, greeting) => {
    expect(readGreeting(bytes)).toMatchObject(greeting);
  });
});
