export type {
  DescribedService,
  Deployment,
  ResolvedContainerImage,
  RollbackRequest,
  Service,
  ServiceChange,
  ServiceDeployment,
  ServiceEvent,
  ServiceTarget,
  Task,
  TaskContainer,
  TaskDefinition,
} from "./model.ts";
export { openServiceFleet, type ServiceFleet } from "./service-fleet.ts";
export { openTargetHealth, type TargetHealth, type TargetState } from "./target-health.ts";
export { openTaskLogs, type LogStream, type TaskLogs } from "./task-logs.ts";
