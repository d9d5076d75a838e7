/** A target and whether it was reached, judged as the figure is shown, so that the page never contradicts itself. */
export function judgeTarget(what: string, limit: number, reached: number, digits = 0): string {
  const shown = Number(reached.toFixed(digits));
  return `${what} at most ${limit}: ${shown <= limit ? "met" : `missed, ${shown}`}`;
}
