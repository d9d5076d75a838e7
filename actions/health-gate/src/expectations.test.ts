import { describe, expect, test } from "@jest/globals";

import { fulfils, parseHeaderExpectation, parseJsonExpectation, parseStatusRange } from "./expectations.ts";

describe("a status expectation", () => {
  test.each([
    ["200", 200, 200],
    ["200-299", 200, 299],
    ["200 - 204", 200, 204],
  ])("%s spans %d to %d", (text, from, to) => {
    expect(parseStatusRange(text)).toEqual({ from, to });
  });

  test.each(["2xx", "99", "600", "299-200", "200-", "200..204", "0200"])("%s is refused", (text) => {
    expect(() => parseStatusRange(text)).toThrow("is not an HTTP status");
  });
});

describe("a JSON expectation", () => {
  test.each([
    ["/status = healthy", "/status", "healthy"],
    ["/status=healthy", "/status", "healthy"],
    ["/a=b = c=d", "/a=b", "c=d"],
    ["/query = a = b", "/query", "a = b"],
    ['= {"a":1}', "", '{"a":1}'],
  ])("%s has its pointer and its value", (line, pointer, text) => {
    expect(parseJsonExpectation(line)).toMatchObject({ pointer: { text: pointer }, text });
  });

  test.each(["/status", "/status =", "=", "status = healthy"])("%s is refused", (line) => {
    expect(() => parseJsonExpectation(line)).toThrow(/is not/);
  });

  test.each<[string, unknown]>([
    ["/a = healthy", "healthy"],
    ['/a = "healthy"', "healthy"],
    ["/a = 1.10", "1.10"],
    ["/a = 1.10", 1.1],
    ["/a = true", true],
    ["/a = true", "true"],
    ["/a = null", null],
    ['/a = ["x","y"]', ["x", "y"]],
    ['/a = {"x":{"y":1},"z":2}', { z: 2, x: { y: 1 } }],
  ])("%s is fulfilled by %j", (line, value) => {
    expect(fulfils(parseJsonExpectation(line), value)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["/a = healthy", "Healthy"],
    ["/a = healthy", undefined],
    ['/a = "1"', 1],
    ["/a = true", 1],
    ["/a = null", undefined],
    ["/a = 0", false],
    ['/a = ["x","y"]', ["y", "x"]],
    ['/a = ["x"]', ["x", "y"]],
    ['/a = {"x":1}', { x: 1, y: 2 }],
    ['/a = {"x":1}', { toString: 1 }],
    ["/a = {}", []],
  ])("%s is not fulfilled by %j", (line, value) => {
    expect(fulfils(parseJsonExpectation(line), value)).toBe(false);
  });
});

describe("a header expectation", () => {
  test.each([
    ["X-Release: 1.4.0", "x-release", "1.4.0"],
    ["Cache-Control:no-store, private", "cache-control", "no-store, private"],
  ])("%s names a header whatever its case", (line, name, value) => {
    expect(parseHeaderExpectation(line)).toEqual({ name, value });
  });

  test.each(["X-Release", "X Release: 1", ": 1", "X-Release:"])("%s is refused", (line) => {
    expect(() => parseHeaderExpectation(line)).toThrow("Name: value");
  });
});
