/**
 * Runs a developer tool: its exit status is what it returns, and an error is one readable text on standard error.
 * Set FAIRWAY_DEBUG to see where an error comes from.
 */
export async function runProgram(program: (words: readonly string[]) => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await program(process.argv.slice(2));
  } catch (error) {
    const shown = error instanceof Error && process.env["FAIRWAY_DEBUG"] === undefined ? error.message : error;
    console.error(shown);
    process.exitCode = 1;
  }
}
