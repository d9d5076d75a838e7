import type { Manifest } from "./manifest.ts";

/**
 * Where a file stands in the layout. An adapter is every package that is not one of the five named here, so a new
 * adapter is under the rules without being listed.
 */
export type Place =
  | {
      readonly kind: "domain" | "action-kit" | "adapter" | "testbed" | "rehearse" | "repo-tools";
      readonly folder: string;
    }
  | { readonly kind: "action"; readonly folder: string; readonly main: boolean }
  | { readonly kind: "root"; readonly folder: "" };

/** A file of the repository: its path, its place, and whether it is a test. */
export interface PlacedFile {
  readonly path: string;
  readonly place: Place;
  readonly test: boolean;
}

const NAMED_PACKAGES = ["domain", "action-kit", "testbed", "rehearse", "repo-tools"] as const;

/**
 * Finds the place of a file by its path from the root, with forward slashes. Tests are `*.test.ts`, everything in test/,
 * and the doubles that tests share, in `src/testing/`.
 */
export function placeFile(path: string): PlacedFile {
  const test = path.endsWith(".test.ts") || path.startsWith("test/") || path.includes("/src/testing/");
  return { path, place: placeOf(path), test };
}

/** What a package imports is said by the manifest of its folder; test/ and the root share the root's. */
export function manifestOf(file: PlacedFile, manifests: ReadonlyMap<string, Manifest>): Manifest | undefined {
  return manifests.get(file.place.folder);
}

/** The folder of the place in words, for messages. */
export function describePlace(place: Place): string {
  return place.folder === "" ? "the root" : place.folder;
}

function placeOf(path: string): Place {
  const [area, name, ...rest] = path.split("/");
  if (name === undefined || (area !== "packages" && area !== "actions")) return { kind: "root", folder: "" };
  const folder = `${area}/${name}`;
  if (area === "actions") return { kind: "action", folder, main: rest.join("/") === "src/main.ts" };
  return { kind: NAMED_PACKAGES.find((named) => named === name) ?? "adapter", folder };
}
