/**
 * The folders of test/ whose tests drive the whole program: they open databases, browsers, servers or processes, or
 * take their time. `npm test` runs everything, `npm run check` all but these; a test of any other place is in both.
 */
export const WHOLE_PROGRAM = ["cli", "desk", "fuzz", "jobs", "server", "store"] as const;
