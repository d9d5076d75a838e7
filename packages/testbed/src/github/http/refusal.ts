/** One entry of the `errors` list of a 422 answer. */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** An answer other than success, thrown by a route and sent in GitHub's error form. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    extra: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = extra.errors ?? [];
    this.headers = extra.headers ?? {};
  }
}

/** GitHub also answers 404 where a thing exists and the token may not see it. */
export function notFound(message = "Not Found"): Refusal {
  return new Refusal(404, message);
}

/** 422 with a bare message, as the git endpoints answer. */
export function unprocessable(message: string): Refusal {
  return new Refusal(422, message);
}

/** 422 as GitHub's schema check words it, before any rule of the resource is asked. */
export function invalidRequest(detail: string): Refusal {
  return new Refusal(422, `Invalid request.\n\n${detail}`);
}

/** 422 with an `errors` list, as the resources with models behind them answer. */
export function validationFailed(...errors: FieldError[]): Refusal {
  return new Refusal(422, "Validation Failed", { errors });
}

/** 403 for a token that lacks a permission; the header names the permissions that would do. */
export function notAccessible(acceptedPermissions: string): Refusal {
  const headers = { "x-accepted-github-permissions": acceptedPermissions };
  return new Refusal(403, "Resource not accessible by integration", { headers });
}
