import { describe, expect, test } from "@jest/globals";

import { problemOfAddress } from "./address-rule.ts";

describe("an address that is never connected to", () => {
  test.each([
    "0.0.0.0",
    "169.254.169.254",
    "169.254.170.2",
    "168.63.129.16",
    "100.100.100.200",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "::169.254.169.254",
    "64:ff9b::169.254.169.254",
    "2002:a9fe:a9fe::1",
    "fe80::1",
    "febf::1",
    "ff02::1",
    "fd00:ec2::254",
  ])("%s is refused for https and tcp alike", (address) => {
    expect(problemOfAddress(address, "https:")).toContain(address);
    expect(problemOfAddress(address, "tcp:")).toContain(address);
  });
});

describe("an address that may be connected to", () => {
  test.each([
    "127.0.0.1",
    "::1",
    "10.0.0.8",
    "172.16.4.4",
    "192.168.1.9",
    "93.184.216.34",
    "2606:2800:220:1::1",
    "fd12::1",
  ])("%s is allowed with TLS", (address) => {
    expect(problemOfAddress(address, "https:")).toBeUndefined();
  });
});

describe("plain http", () => {
  test.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])("%s is loopback and allowed", (address) => {
    expect(problemOfAddress(address, "http:")).toBeUndefined();
  });

  test.each(["10.0.0.8", "93.184.216.34", "fd12::1"])("%s is not loopback and refused", (address) => {
    expect(problemOfAddress(address, "http:")).toContain("loopback only");
  });
});
