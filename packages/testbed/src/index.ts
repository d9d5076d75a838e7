export { startGitHub, type GitHubServer, type RepositoryState, type RunState, type JobState } from "./github/index.ts";
export { startRegistry, type RegistryServer } from "./registry/index.ts";
export { startEcs, type EcsServer } from "./ecs/index.ts";
export { startWorld, type World, type WorldOptions } from "./world.ts";
export { listen, type LoopbackServer, type RecordedRequest } from "./loopback-server.ts";
export { createCertificate, type Certificate } from "./certificate.ts";
export { balance, closedPort, serveHttp, serveHttps, serveTcp, type RawServer } from "./raw-server.ts";
