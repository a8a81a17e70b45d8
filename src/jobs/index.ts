export { type IntakeOptions, type IntakeResult, intake } from "./intake.ts";
