import { z } from "@hono/zod-openapi";
import { PASSWORD_LENGTH } from "../access/passwords.ts";

/** One that is to be kept. Its length is checked where it is hashed, with a cure of its own. */
export const newPasswordSchema = z.string().max(1000).openapi(PASSWORD_LENGTH);
