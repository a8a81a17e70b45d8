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
export { type Address, isLocal, type Running, startServer } from "./serve.ts";
