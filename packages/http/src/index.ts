export { createHttpTransport } from "./transport.ts";
