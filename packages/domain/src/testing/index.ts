export { createManualClock, type ManualClock } from "./manual-clock.ts";
export { createRecordingLog, type RecordingLog } from "./recording-log.ts";
