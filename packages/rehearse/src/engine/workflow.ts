import type { Template } from "../expressions/template.ts";

/** A workflow file, read and checked, with its expressions unevaluated. */
export interface Workflow {
  /** Path inside its repository: `.github/workflows/staging.yml`. */
  readonly path: string;
  readonly name: string;
  readonly dispatch: { readonly inputs: readonly InputDefinition[] } | undefined;
  readonly call: CallInterface | undefined;
  readonly env: Template | undefined;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Template | undefined;
  readonly jobs: readonly Job[];
}

/** What a called workflow takes and gives: `on.workflow_call`. */
export interface CallInterface {
  readonly inputs: readonly InputDefinition[];
  readonly secrets: readonly { readonly name: string; readonly required: boolean }[];
  readonly outputs: readonly (readonly [string, Template])[];
}

export interface InputDefinition {
  readonly name: string;
  readonly type: "string" | "boolean" | "number" | "choice" | "environment";
  readonly required: boolean;
  readonly default: Template | undefined;
  readonly options: readonly string[] | undefined;
}

/** Scope to access; a scope that is not named has none. */
export type Permissions = Readonly<Record<string, "read" | "write" | "none">>;

export interface Job {
  readonly id: string;
  readonly name: Template | undefined;
  readonly needs: readonly string[];
  /** The condition with its implicit success() written out. */
  readonly condition: string;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Template | undefined;
  readonly body: StepsBody | CallBody;
}

export interface StepsBody {
  readonly kind: "steps";
  readonly env: Template | undefined;
  readonly environment: Template | undefined;
  readonly outputs: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly steps: readonly Step[];
}

export interface CallBody {
  readonly kind: "call";
  readonly uses: string;
  readonly inputs: Template | undefined;
  readonly secrets: "inherit" | Template | undefined;
}

export interface Step {
  readonly id: string | undefined;
  readonly name: Template | undefined;
  readonly condition: string;
  readonly env: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly body: ActionBody | ScriptBody;
}

export interface ActionBody {
  readonly kind: "action";
  readonly uses: string;
  readonly inputs: Template | undefined;
}

export interface ScriptBody {
  readonly kind: "script";
  readonly run: Template;
  readonly shell: string | undefined;
  readonly workingDirectory: Template | undefined;
}
