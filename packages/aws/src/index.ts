export type {
  DescribedService,
  Deployment,
  ResolvedContainerImage,
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
export { openTaskLogs, type LogStream, type TaskLogs } from "./task-logs.ts";
