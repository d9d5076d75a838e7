import process from "node:process";
import { compareDeployments } from "./deployment/compare-deployments.ts";
import { comparePackaging } from "./packaging/compare-packaging.ts";
import { comparePromotions } from "./promotion/compare-promotions.ts";
import { compareReleases } from "./release/compare-releases.ts";

/**
 * Measures one subject beside what else does it, and answers Markdown whose heading is of the third level. Throws when a
 * way did not do its work: what fails fast must not look quick.
 */
type Section = () => Promise<string>;

/** In the order of the page. */
const SECTIONS: Readonly<Record<string, Section>> = {
  release: compareReleases,
  promotion: () => comparePromotions(),
  deployment: () => compareDeployments(),
  packaging: () => comparePackaging(),
};

/** The sections of these names, or all of them, one after another so that none disturbs another. */
export async function measureSections(names: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const name of names.length > 0 ? names : Object.keys(SECTIONS)) {
    const section = SECTIONS[name];
    if (section === undefined)
      throw new Error(`There is no section ${name}. There are ${Object.keys(SECTIONS).join(", ")}.`);
    texts.push(await section());
  }
  return texts.join("\n\n");
}

// Started by npm run bench, which puts the sections into docs/benchmarks.md; with names, only those are measured.
if (import.meta.main) console.log(await measureSections(process.argv.slice(2)));
