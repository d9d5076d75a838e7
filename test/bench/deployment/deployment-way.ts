/** How one way of deploying ended. */
export interface DeployedBy {
  readonly verdict: "green" | "red";
  /** What it said of it, in a few words. */
  readonly told: string;
  /** The virtual time of its end. */
  readonly at: number;
  /** The virtual time at which it had said its verdict, where it goes on to look after that. */
  readonly saidAt?: number;
  readonly log: string;
}
