export { createApp, openApiOf } from "./app.ts";
export {
  ACTIONS,
  type Action,
  localGate,
  ROLES,
  type Role,
  type ServerContext,
  type Who,
} from "./context.ts";
export { exampleStore } from "./example.ts";
export { type DeskOptions, deskContext } from "./open.ts";
export { type Address, isLocal, type Running, startServer } from "./serve.ts";
