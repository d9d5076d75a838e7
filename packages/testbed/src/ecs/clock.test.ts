import { describe, expect, test } from "@jest/globals";
import { createWorldClock } from "./clock.ts";

describe("the clock of the world", () => {
  test("runs as much faster than the wall as it is told", () => {
    let wall = 1_000_000;
    const clock = createWorldClock({ rate: 60, wall: () => wall });
    wall += 1_000;
    expect(clock.now()).toBe(1_060_000);
  });

  test("shows each virtual moment as the wall time at which it was reached", () => {
    let wall = 1_000_000;
    const clock = createWorldClock({ rate: 60, wall: () => wall });
    wall += 1_000;
    const before = clock.now();
    clock.skip(300_000);
    wall += 1_000;
    expect([before, before + 150_000, clock.now()].map((moment) => clock.toWall(moment))).toEqual([
      1_001_000, 1_001_000, 1_002_000,
    ]);
  });
});
