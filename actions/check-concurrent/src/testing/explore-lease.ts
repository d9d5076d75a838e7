import { parseLeaseRecord, renderLeaseRecord } from "../lease-record.ts";
import { createCommitStore, type CommitStore } from "./commit-store.ts";
import { contenderNamed } from "./contenders.ts";
import { acquiring, releasing, type ContenderName } from "./lease-programs.ts";
import {
  answersTo,
  lateArrivals,
  nameOf as nameOfWrite,
  shortName,
  type PossibleAnswer,
  type RefState,
} from "./ref-answers.ts";
import { createPositions, type Position, type Positions, type Program } from "./replayed-program.ts";
import { searchWorlds, type Move, type SearchResult } from "./search.ts";

/** What may happen in a world, and which code its contenders run; the shipped code unless said otherwise. */
export interface Scenario {
  readonly contenders: number;
  /** What the ref points at when all start: nothing, a freed record, or one of a run that has completed or goes on. */
  readonly initially: "absent" | "free" | "dead" | "alive";
  /** How many reads, in all, may answer with any value that the ref ever had. */
  readonly staleReads?: number;
  /** How many answers to writes, in all, may be lost, before or after the write is applied. */
  readonly lostAnswers?: number;
  /** How many writes, in all, may be answered with a refusal, although they were applied or would have been. */
  readonly wrongRefusals?: number;
  /** How many writes, in all, may get no answer and arrive at any later time, or never. */
  readonly lateWrites?: number;
  /** How many contenders may stop at any moment, for ever. */
  readonly crashes?: number;
  /** How many ended contenders may start again as the next attempt of their run. */
  readonly reruns?: number;
  /** What a holder may do when its deployment is over; without any, it holds for ever. */
  readonly ends?: readonly ("complete" | "release")[];
  /** Whether a completed run may still be told to go on. */
  readonly staleLives?: boolean;
  readonly acquire?: (name: ContenderName) => Program;
  readonly release?: (name: ContenderName) => Program;
  /** Whether the server moves the ref wherever it is told to. */
  readonly forced?: boolean;
}

type Phase = "acquiring" | "holding" | "releasing" | "rejected" | "undecided" | "crashed" | "done";

interface Slot {
  readonly run: number;
  readonly attempt: number;
  readonly phase: Phase;
  readonly position: Position;
}

interface World {
  readonly ref: RefState;
  readonly slots: readonly Slot[];
  readonly crashes: number;
  readonly reruns: number;
}

/** What all worlds of one search share. */
interface Laws {
  readonly scenario: Required<Scenario>;
  readonly commits: CommitStore;
  readonly positions: Positions;
}

const DEFAULTS = {
  staleReads: 0,
  lostAnswers: 0,
  wrongRefusals: 0,
  lateWrites: 0,
  crashes: 0,
  reruns: 0,
  ends: [],
  staleLives: false,
  acquire: acquiring,
  release: releasing,
  forced: false,
} as const satisfies Partial<Scenario>;

/**
 * Runs the lease's code through every order in which the requests of all contenders, and the mishaps of the scenario, can
 * happen. Broken is a world in which two hold the lease at a time.
 */
export async function exploreLease(scenario: Scenario): Promise<SearchResult> {
  const laws: Laws = {
    scenario: { ...DEFAULTS, ...scenario },
    commits: createCommitStore(),
    positions: createPositions(),
  };
  return searchWorlds(await firstWorld(laws), {
    keyOf,
    movesOf: (world) => movesOf(world, laws),
    isBroken: (world) => world.slots.filter(({ phase }) => phase === "holding").length > 1,
    endingOf: (world) => renderEnding(world, laws.commits),
  });
}

/** How the contenders ended, such as `[holding], rejected, rejected`; the one that the ref names is in brackets. */
function renderEnding({ ref, slots }: World, commits: CommitStore): string {
  const record = ref.tip === undefined ? undefined : parseLeaseRecord(commits.read(ref.tip).message);
  const held = record?.state === "held" ? `${record.run}/${record.attempt}` : "";
  return slots
    .map((slot) => (nameOf(slot) === held ? `[${slot.phase}]` : slot.phase))
    .sort()
    .join(", ");
}

async function firstWorld(laws: Laws): Promise<World> {
  const { contenders, initially, crashes, reruns } = laws.scenario;
  const { staleReads, lostAnswers, wrongRefusals, lateWrites } = laws.scenario;
  const tip = initially === "absent" ? undefined : laws.commits.write(firstRecord(initially), undefined);
  const slots: Slot[] = [];
  for (let run = 1; run <= contenders; run += 1) slots.push(await startSlot(run, 1, laws));
  const mishaps = { staleReads, lostAnswers, wrongRefusals, lateWrites };
  return { ref: { tip, seen: [tip], underWay: [], ...mishaps }, slots, crashes, reruns };
}

function firstRecord(initially: "free" | "dead" | "alive"): string {
  return renderLeaseRecord({
    version: 1,
    environment: "staging",
    state: initially === "free" ? "free" : "held",
    scope: "run",
    ...contenderNamed("0/1"),
    at: "2025-12-31T00:00:00.000Z",
  });
}

async function startSlot(run: number, attempt: number, { positions, commits, scenario }: Laws): Promise<Slot> {
  const name: ContenderName = `${run}/${attempt}`;
  const position = await positions.start(`acquire ${name}`, scenario.acquire(name));
  return { run, attempt, phase: "acquiring", position: await settled(position, positions, commits) };
}

/** Appending writes what nobody else can see, so its moment does not matter: it is answered at once. */
async function settled(position: Position, positions: Positions, commits: CommitStore): Promise<Position> {
  const { next } = position;
  if (next.kind === "ended" || next.call.kind !== "append") return position;
  const sha = commits.write(next.call.message, next.call.parent);
  return settled(await positions.after(position, sha, sha), positions, commits);
}

function keyOf({ ref, slots, crashes, reruns }: World): string {
  const { tip, seen, underWay, ...mishaps } = ref;
  const tips = [shortName(tip), seen.map(shortName), underWay.map(nameOfWrite)];
  // Where a program was when its contender stopped makes no difference to anybody.
  const where = slots.map((slot) => `${slot.phase}${slot.attempt}:${isRunning(slot) ? slot.position.id : ""}`);
  return [...tips, Object.values(mishaps), crashes, reruns, where].join("|");
}

async function movesOf(world: World, laws: Laws): Promise<Move<World>[]> {
  const server = { commits: laws.commits, forced: laws.scenario.forced };
  const late = lateArrivals(world.ref, server);
  const moves: Move<World>[] = late.map(({ label, ref }) => ({ label, world: { ...world, ref } }));
  for (const slot of world.slots) {
    if (isRunning(slot)) moves.push(...(await steps(slot, world, laws)));
    if (slot.phase === "holding") moves.push(...(await endings(slot, world, laws)));
    if (world.reruns > 0 && hasCompleted(slot)) {
      const again = await startSlot(slot.run, slot.attempt + 1, laws);
      moves.push(move(`${nameOf(slot)} is run again`, { ...world, reruns: world.reruns - 1 }, again));
    }
  }
  return moves;
}

/** What can happen to a contender in the middle of its code: every answer to its request, and a crash. */
async function steps(slot: Slot, world: World, laws: Laws): Promise<Move<World>[]> {
  const moves: Move<World>[] = [];
  for (const { label, key, answer, ref } of answersFor(slot, world, laws)) {
    const reached = await laws.positions.after(slot.position, key, answer);
    const position = await settled(reached, laws.positions, laws.commits);
    moves.push(
      move(`${nameOf(slot)} ${label}`, { ...world, ref }, { ...slot, position, phase: phaseAt(position, slot) }),
    );
  }
  if (world.crashes > 0)
    moves.push(
      move(`${nameOf(slot)} crashes`, { ...world, crashes: world.crashes - 1 }, { ...slot, phase: "crashed" }),
    );
  return moves;
}

function answersFor({ position }: Slot, world: World, { commits, scenario }: Laws): readonly PossibleAnswer[] {
  if (position.next.kind === "ended") return [];
  const { call } = position.next;
  if (call.kind === "append") throw new Error("appending is answered at once");
  if (call.kind !== "life") return answersTo(call, world.ref, { commits, forced: scenario.forced });
  const completed =
    call.of === "0/1" ? scenario.initially === "dead" : world.slots.some((slot) => isOver(slot, call.of));
  const lives =
    completed && scenario.staleLives
      ? (["completed", "alive"] as const)
      : ([completed ? "completed" : "alive"] as const);
  return lives.map((life) => ({ label: `hears that ${call.of} is ${life}`, key: life, answer: life, ref: world.ref }));
}

function phaseAt({ next }: Position, { phase }: Slot): Phase {
  if (next.kind === "call") return phase;
  if (phase === "releasing") return "done";
  if (next.verdict === "acquired") return "holding";
  if (next.verdict === "rejected" || next.verdict === "undecided") return next.verdict;
  throw new Error(`no lease ends ${next.verdict}`);
}

/** The ways in which a holder's deployment ends: its run completes, or gives the lease back first. */
async function endings(slot: Slot, world: World, laws: Laws): Promise<Move<World>[]> {
  const { ends, release } = laws.scenario;
  const moves: Move<World>[] = [];
  if (ends.includes("complete")) moves.push(move(`${nameOf(slot)} completes`, world, { ...slot, phase: "done" }));
  if (ends.includes("release")) {
    const position = await laws.positions.start(`release ${nameOf(slot)}`, release(nameOf(slot)));
    moves.push(move(`${nameOf(slot)} begins to release`, world, { ...slot, phase: "releasing", position }));
  }
  return moves;
}

function move(label: string, world: World, changed: Slot): Move<World> {
  return { label, world: { ...world, slots: world.slots.map((slot) => (slot.run === changed.run ? changed : slot)) } };
}

function nameOf({ run, attempt }: Slot): ContenderName {
  return `${run}/${attempt}`;
}

function isRunning({ phase }: Slot): boolean {
  return phase === "acquiring" || phase === "releasing";
}

function hasCompleted(slot: Slot): boolean {
  return slot.phase !== "holding" && !isRunning(slot);
}

/** Whether the attempt of that name has completed: it has ended, or a later attempt of its run goes on. */
function isOver(slot: Slot, name: string): boolean {
  const [run, attempt] = name.split("/").map(Number);
  if (slot.run !== run || attempt === undefined) return false;
  return slot.attempt > attempt || (slot.attempt === attempt && hasCompleted(slot));
}
