import type { Conclusion } from "./engine/run-events.ts";

export type Colour = "grey" | "green" | "red" | "yellow" | "bold";

/** Colours a text for a terminal, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

const CODES: Readonly<Record<Colour, string>> = { grey: "90", green: "32", red: "31", yellow: "33", bold: "1" };

export function createPaint(colours: boolean): Paint {
  return (colour, text) => (colours ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text);
}

/** One sign for a conclusion, so that an eye finds the red one. */
export function mark(conclusion: Conclusion, paint: Paint): string {
  if (conclusion === "success") return paint("green", "✓");
  return conclusion === "skipped" ? paint("grey", "-") : paint("red", "✗");
}
