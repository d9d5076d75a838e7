import { listen } from "@fairway/testbed";

/**
 * The time of one embedded ECS. It passes as the machine's does, so that the start of a process costs what it costs; only
 * what somebody would spend waiting between two looks is skipped.
 */
export interface VirtualTime {
  /** For the embedded ECS. */
  readonly clock: {
    now(): number;
    toWall(virtual: number): number;
    skip(ms: number): void;
  };
  /** Where a hooked process sends its waits; see skip-waits.ts and python-waits. */
  readonly url: string;
  /** How many processes have said that their waits are skipped. */
  hooked(): number;
  /** Carries something out when so many milliseconds from now have passed. */
  after(ms: number, act: () => void): void;
  close(): Promise<void>;
}

interface Due {
  readonly at: number;
  readonly act: () => void;
}

/** Opens a time that begins now, and the server that lets other processes skip their waits in it. */
export async function openVirtualTime(): Promise<VirtualTime> {
  let skippedMs = 0;
  let hooked = 0;
  let agenda: readonly Due[] = [];
  const now = () => Date.now() + skippedMs;
  const skip = (ms: number) => {
    const end = now() + ms;
    for (let [due] = agenda; due !== undefined && due.at <= end; [due] = agenda) {
      agenda = agenda.slice(1);
      skippedMs += Math.max(0, due.at - now());
      due.act();
    }
    skippedMs += Math.max(0, end - now());
  };
  const server = await listen(({ path }, response) => {
    const ms = /^\/skip\/(\d+(?:\.\d+)?)$/u.exec(path)?.[1];
    if (path === "/hooked") hooked += 1;
    else if (ms !== undefined) skip(Number(ms));
    response.writeHead(path === "/hooked" || ms !== undefined ? 204 : 404).end();
  });
  return {
    clock: { now, toWall: (virtual) => virtual, skip },
    url: server.url,
    hooked: () => hooked,
    after: (ms, act) => {
      agenda = [...agenda, { at: now() + ms, act }].toSorted((one, other) => one.at - other.at);
    },
    close: () => server.close(),
  };
}
