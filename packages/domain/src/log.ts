/** Where an action tells a person what it does. The implementation filters every line, so any text may be passed. */
export interface Log {
  /** Shown only when the run is re-run with debug logging. */
  debug(message: string): void;
  /** One line a state change, lower-case verb first. */
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** Lines of detail under one heading that is folded by default. */
  group(title: string, lines: readonly string[]): void;
}
