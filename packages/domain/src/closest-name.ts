/**
 * The known name that a mistyped one most likely means, or undefined when none is near: for "did you mean". Upper and lower
 * case count as the same. What is near grows with the length: a word of three letters with two others is another word.
 */
export function closestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const ranked = known.map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }));
  ranked.sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= reachOf(name) ? best.candidate : undefined;
}

/** The words `; did you mean x?`, or none when nothing is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = closestName(name, known);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** Nobody mistypes more than this; the work grows with the square of it. */
const MAX_LENGTH = 500;

function reachOf({ length }: string): number {
  if (length < 4) return 1;
  return Math.max(2, length / 3);
}

function distanceOf(name: string, candidate: string): number {
  return editDistance(name.toLowerCase(), candidate.toLowerCase());
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 0; row < a.length; row += 1) {
    const current = [row + 1];
    for (let column = 0; column < b.length; column += 1) {
      const replaced = (previous[column] ?? 0) + (a[row] === b[column] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
