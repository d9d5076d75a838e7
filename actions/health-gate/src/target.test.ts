import { describe, expect, test } from "@jest/globals";

import { parseTarget } from "./target.ts";

describe("a URL that may be asked", () => {
  test.each([
    ["https://shop.example/api/v1/ready", "http", "https://shop.example/api/v1/ready"],
    ["https://shop.example", "http", "https://shop.example/"],
    ["https://10.0.0.8:8443/health", "http", "https://10.0.0.8:8443/health"],
    ["http://localhost:8065/api/v4/system/ping", "http", "http://localhost:8065/api/v4/system/ping"],
    ["http://app.localhost:8080/", "http", "http://app.localhost:8080/"],
    ["http://127.9.9.9/", "http", "http://127.9.9.9/"],
    ["http://[::1]:3000/", "http", "http://[::1]:3000/"],
    ["http://0x7f.1/", "http", "http://127.0.0.1/"],
    ["https://shop.example/ready#part", "http", "https://shop.example/ready"],
    ["tcp://db.internal:5432", "tcp", "tcp://db.internal:5432"],
    ["tcp://2130706433:80", "tcp", "tcp://127.0.0.1:80"],
    ["tcp://[::1]:5432", "tcp", "tcp://[::1]:5432"],
    ["postgres://db.internal:6432", "postgres", "postgres://db.internal:6432"],
    ["postgresql://db.internal", "postgres", "postgres://db.internal:5432"],
    ["postgres://[::1]:5433/", "postgres", "postgres://[::1]:5433"],
    ["postgres://[::1]", "postgres", "postgres://[::1]:5432"],
  ])("%s is %s to %s", (text, kind, url) => {
    expect(parseTarget(text)).toMatchObject({ kind, url });
  });

  test("is shown without its query, which is asked all the same", () => {
    expect(parseTarget("https://shop.example/ready?key=abc")).toEqual({
      kind: "http",
      url: "https://shop.example/ready?key=abc",
      label: "https://shop.example/ready?…",
    });
  });
});

describe("a URL that is refused", () => {
  test.each([
    ["http://shop.example/ready", "loopback only"],
    ["http://10.0.0.8/ready", "loopback only"],
    ["http://localhost.example/ready", "loopback only"],
    ["http://.localhost/ready", "loopback only"],
    ["http://[::ffff:7f00:1]/", "loopback only"],
    ["ftp://shop.example/ready", "ftp: is not known"],
    ["file:///etc/passwd", "file: is not known"],
    ["shop.example/ready", "https://host/path is expected"],
    ["", "https://host/path is expected"],
    ["tcp://db.internal", "tcp://host:port"],
    ["tcp://db.internal:0", "tcp://host:port"],
    ["tcp://db.internal:65536", "tcp://host:port"],
    ["tcp://db.internal:5432/path", "tcp://host:port"],
    ["postgres://user@db.internal:5432", "without user, password"],
    ["postgres://db.internal:5432/shop", "without user, password"],
    ["postgres://db.internal:5432?sslmode=require", "without user, password"],
    ["postgres://db.internal:99999", "postgres://host:port"],
    ["tcp://user@db.internal:5432", "tcp://host:port"],
    [`https://shop.example/${"a".repeat(2000)}`, "more than 2000 characters"],
  ])("%s, because of %s", (text, why) => {
    expect(() => parseTarget(text)).toThrow(why);
  });

  test.each([
    "https://ann:hunter22@shop.example/",
    "https://hunter22@shop.example/",
    "http://a:hunter22@b:99999/?x=hunter22",
    "postgres://shop:hunter22@db.internal:5432/shop",
    "postgres://shop:a?hunter22@db.internal:5432/shop",
    "postgres://shop:hunter22/x@db.internal:5432/shop",
  ])("%s is not repeated with its password", (text) => {
    expect(() => parseTarget(text)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hunter22") }),
    );
  });
});
