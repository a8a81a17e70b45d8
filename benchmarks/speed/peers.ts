import { createRequire } from "node:module";

/** Another library over the same text; gives back how many words it saw, so that nothing is optimised away. */
export interface Peer {
  readonly name: string;
  readonly read: (text: string) => number;
}

/** What npm has: loaded late, so that their memory is not counted as ours. */
export function loadPeers(): readonly Peer[] {
  const load = createRequire(import.meta.url);
  const wink = load("wink-nlp")(load("wink-eng-lite-web-model"));
  const compromise = load("compromise");
  return [
    { name: "wink-nlp", read: (text) => wink.readDoc(text).tokens().out(wink.its.pos).length },
    { name: "compromise", read: (text) => compromise(text).terms().out("array").length },
  ];
}
