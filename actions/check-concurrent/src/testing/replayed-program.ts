import type { CommitSha } from "@fairway/domain";

import type { HolderLife } from "../decide-turn.ts";
import type { LeaseCommit, RefWrite } from "../ports.ts";

/** A request that a program waits for the answer of. */
export type Call =
  | { readonly kind: "read" }
  | { readonly kind: "append"; readonly message: string; readonly parent: CommitSha | undefined }
  | { readonly kind: "create" | "advance"; readonly sha: CommitSha }
  | { readonly kind: "remove" }
  | { readonly kind: "life"; readonly of: string };

export type Answer = LeaseCommit | CommitSha | RefWrite | HolderLife | undefined;

/** Where a program is: it waits for an answer, or it has ended in these words. Equal histories are the same object. */
export interface Position {
  readonly id: number;
  readonly next: { readonly kind: "call"; readonly call: Call } | { readonly kind: "ended"; readonly verdict: string };
  /** What it was started with and answered so far. */
  readonly history: readonly Answer[];
  readonly program: Program;
  readonly followers: Map<string, Position>;
}

/** Asynchronous code that asks for one answer after the other and is a function of the answers alone. */
export type Program = (ask: <T extends Answer>(call: Call) => Promise<T>) => Promise<string>;

export interface Positions {
  /** The start of a program; an equal name must mean an equal program. */
  start(name: string, program: Program): Position | Promise<Position>;
  /** Where the program is after this answer. The key names the answer; an equal key must mean an equal answer. */
  after(position: Position, key: string, answer: Answer): Position | Promise<Position>;
}

/**
 * Makes code that runs on promises searchable: every position is reached once, by running the code again from its start
 * with the answers so far, and remembered. Nothing of the code is modelled; it is the code that ships which runs.
 */
export function createPositions(): Positions {
  let count = 0;
  const starts = new Map<string, Position>();
  const open = async (program: Program, history: readonly Answer[]): Promise<Position> => {
    const next = await replay(program, history);
    return { id: (count += 1), next, history, program, followers: new Map() };
  };
  return {
    start: (name, program) =>
      starts.get(name) ??
      open(program, []).then((reached) => {
        starts.set(name, reached);
        return reached;
      }),
    after: (position, key, answer) =>
      position.followers.get(key) ??
      open(position.program, [...position.history, answer]).then((reached) => {
        position.followers.set(key, reached);
        return reached;
      }),
  };
}

function replay(program: Program, history: readonly Answer[]): Promise<Position["next"]> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    const ask = <T extends Answer>(call: Call): Promise<T> => {
      if (asked < history.length) return Promise.resolve(history[asked++] as T);
      resolve({ kind: "call", call });
      // The rest of the program is run in another replay, with this answer in its history.
      return new Promise<T>(() => {});
    };
    program(ask).then((verdict) => resolve({ kind: "ended", verdict }), reject);
  });
}
