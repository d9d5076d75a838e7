import { AwsError } from "./aws-error.ts";

/** The parsed body of a call. Members that this world does not know are kept. */
export type Input = Readonly<Record<string, unknown>>;

/** A string member, or nothing when it is left out. Throws InvalidParameterException for another type. */
export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalid(`${name} must be a string.`);
  return value;
}

/** A string member that the call cannot do without. */
export function requiredText(input: Input, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined || value === "") throw invalid(`${name} can not be blank.`);
  return value;
}

/** A whole number that is not negative, or nothing when it is left out. */
export function optionalCount(input: Input, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) {
    throw invalid(`${name} must be a whole number that is not negative.`);
  }
  return value;
}

/** A list of strings; empty when it is left out. */
export function textList(input: Input, name: string): string[] {
  const value = input[name] ?? [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string")) {
    throw invalid(`${name} must be a list of strings.`);
  }
  return value as string[];
}

/** An object member, or nothing when it is left out. */
export function optionalObject(input: Input, name: string): Input | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw invalid(`${name} must be a structure.`);
  return value as Input;
}

/** A list of objects; empty when it is left out. */
export function objectList(input: Input, name: string): Input[] {
  const value = input[name] ?? [];
  if (!Array.isArray(value)) throw invalid(`${name} must be a list.`);
  return value as Input[];
}

/** InvalidParameterException, as ECS says it. */
export function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
