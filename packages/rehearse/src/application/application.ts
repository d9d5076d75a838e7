/** The repository of an application, as far as a rehearsal of its own workflows needs it. */
export interface Application {
  readonly folder: string;
  readonly staging: Caller;
  readonly production: Caller;
  /** The image that staging builds and the embedded registry plays. */
  readonly image: string;
  /** The secrets of the repository: all that the files read. */
  readonly secrets: readonly string[];
}

/** A workflow of the application that calls one of Fairway's. */
export interface Caller {
  /** As the repository names it: `.github/workflows/staging.yml`. */
  readonly path: string;
  readonly content: string;
  readonly uses: string;
  /** What stands under `with:`, as text. */
  readonly values: Readonly<Record<string, string>>;
}
