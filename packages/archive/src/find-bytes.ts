/** Which of these texts, as UTF-8, occur in a file. */
export function findBytes(file: string, needles: readonly string[]): Promise<ReadonlySet<string>> {
  return Promise.reject(new Error(`${file} is not searched yet for ${needles.length} texts`));
}
