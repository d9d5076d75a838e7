export { findTool, type FoundTool, type ToolSearch } from "./find-tool.ts";
export { readSourceDateEpoch } from "./source-date-epoch.ts";
export {
  openProgramStreamer,
  type ProgramStreamer,
  type StreamedProgram,
  type StreamedResult,
} from "./stream-program.ts";
export { locate, openWorkbench, type Located, type Workbench } from "./workbench.ts";
