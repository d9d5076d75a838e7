import { isRecord } from "@fairway/domain";

/** What ECS writes by itself into a description where a registration was silent, beside empty values. */
const WRITTEN_BY_ECS: Readonly<Record<string, readonly unknown[]>> = {
  essential: [true],
  hostPort: [0],
  protocol: ["tcp"],
};

/** Members that ECS adds to a description and does not take in a registration. */
const READ_ONLY: ReadonlySet<string> = new Set([
  "taskDefinitionArn",
  "revision",
  "status",
  "requiresAttributes",
  "compatibilities",
  "registeredAt",
  "registeredBy",
  "deregisteredAt",
  "deleteRequestedAt",
]);

/**
 * Whether registering `wanted` would give what `described` is already: every member of it is there with the same value, and
 * what ECS shows beyond it is empty or a default that it fills in. In doubt they differ; then one more revision is registered.
 */
export function isSameDefinition(
  wanted: Readonly<Record<string, unknown>>,
  described: Readonly<Record<string, unknown>>,
): boolean {
  return covers(withoutReadOnly(wanted), withoutReadOnly(described));
}

/** A document without the members that ECS would refuse in a registration. */
export function withoutReadOnly(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !READ_ONLY.has(name)));
}

function covers(wanted: unknown, described: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(described))
    return wanted.length === described.length && wanted.every((item, index) => covers(item, described[index]));
  if (!isRecord(wanted) || !isRecord(described)) return wanted === described;
  const names = new Set([...Object.keys(wanted), ...Object.keys(described)]);
  return [...names].every((name) =>
    Object.hasOwn(wanted, name) ? covers(wanted[name], described[name]) : isDefault(name, described[name]),
  );
}

function isDefault(name: string, value: unknown): boolean {
  if (WRITTEN_BY_ECS[name]?.includes(value) === true) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.keys(value).length === 0;
  return name === "cpu" && value === 0;
}
