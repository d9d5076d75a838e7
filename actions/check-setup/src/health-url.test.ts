import { describe, expect, test } from "@jest/globals";

import { parseHealthUrl, showUrl } from "./health-url.ts";

describe("the address of a health check", () => {
  test.each([
    "https://www.example.com/ready",
    "http://localhost:8080/ready",
    "http://127.0.0.1/",
    "http://[::1]:3000/",
  ])("may be %s", (text) => {
    expect(showUrl(parseHealthUrl(text))).toBe(text);
  });

  test.each([
    ["www.example.com/ready", '"www.example.com/ready" is refused: it is not a URL'],
    ["http://www.example.com/ready", '"http://www.example.com/ready" is refused: only https is asked'],
    ["tcp://db.example:5432", '"tcp://db.example:5432" is refused: only https is asked'],
    ["https://ada:s3cret@www.example.com/", '"https://…@www.example.com/" is refused: it has a user name'],
    ["http://www.example.com/?token=s3cret#s3cret", '"http://www.example.com/" is refused'],
    ["https://ada:s3cret@", '"https://…@" is refused: it is not a URL'],
  ])("is not %s, and no secret in it is repeated", (text, message) => {
    expect(() => parseHealthUrl(text)).toThrow(message);
    expect(() => parseHealthUrl(text)).not.toThrow("s3cret");
  });
});
