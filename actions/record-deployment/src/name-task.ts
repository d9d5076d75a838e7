/** What GitHub takes. */
const MAX_LENGTH = 128;

/**
 * The one name under which GitHub keeps what a record is about. Where all names are too long together, the first and the
 * number of the others stand for them.
 */
export function nameTask(names: readonly string[]): string {
  const all = names.join(",");
  if (all.length <= MAX_LENGTH) return all;
  const others = names.length > 1 ? ` and ${names.length - 1} more` : "";
  return `${names[0]?.slice(0, MAX_LENGTH - others.length) ?? ""}${others}`;
}
