/** What the Go toolchain wrote into a binary about itself. */
export interface GoBuildInfo {
  /** Such as `go1.22.5`. */
  readonly goVersion: string;
  /** Import path of the main package. */
  readonly path: string;
  /** The main module; a binary built outside of one has none. */
  readonly main: GoModule | undefined;
  readonly deps: readonly GoModule[];
  /** `GOOS`, `GOARCH`, `CGO_ENABLED`, `-tags`, `-trimpath`, `vcs.revision` and the like, as they are written. */
  readonly settings: ReadonlyMap<string, string>;
}

export interface GoModule {
  readonly path: string;
  readonly version: string;
  /** As in go.sum, such as `h1:…=`; empty for a module of the main tree. */
  readonly sum: string;
  /** What stands in its place. */
  readonly replace?: GoModule | undefined;
}
