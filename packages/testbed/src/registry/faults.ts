import type { RecordedRequest } from "../loopback-server.ts";
import type { Repeatable } from "../world/fault-list.ts";

export interface RegistryMatch {
  readonly method?: string;
  /** Tested against the path with its query. */
  readonly path?: RegExp;
}

/**
 * What can be made to go wrong, on the next `times` requests that match:
 * `status` answers that status instead; `drop` cuts the connection before anything is done; `lost-answer` does the work
 * and cuts the connection; `delay` waits real milliseconds first; `tag-moved` points a tag elsewhere before the request
 * is served, as somebody else's push would; `wrong-digest` names another digest in Docker-Content-Digest.
 */
export type RegistryFault = Repeatable & { readonly match?: RegistryMatch } & (
    | {
        readonly kind: "status";
        readonly status: number;
        readonly body?: string;
        readonly headers?: Readonly<Record<string, string>>;
      }
    | { readonly kind: "drop" }
    | { readonly kind: "lost-answer" }
    | { readonly kind: "delay"; readonly ms: number }
    | { readonly kind: "tag-moved"; readonly repository: string; readonly tag: string; readonly to: string }
    | { readonly kind: "wrong-digest"; readonly digest: string }
  );

/** Whether a fault is meant for this request; without a match it is meant for every one. */
export function meets(fault: RegistryFault, request: RecordedRequest): boolean {
  const { method, path } = fault.match ?? {};
  if (method !== undefined && method !== request.method) return false;
  return path === undefined || path.test(request.path);
}
