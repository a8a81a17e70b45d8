export { type IntakeOptions, type IntakeResult, intake } from "./intake.ts";
export { LINK_KINDS, type LinkOptions, type LinkResult, linkStore, prepareAll } from "./link.ts";
