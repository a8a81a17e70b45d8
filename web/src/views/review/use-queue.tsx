import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useReducer, useState } from "react";
import type { Review } from "../../../../src/store/types.ts";
import { eventQuery, type QueueItem } from "../../api/reviews.ts";
import { useWords } from "../../catalogue/words.tsx";
import { Key } from "../../shell/key.tsx";
import { useKeys } from "../../shell/use-keys.ts";
import { newKey, openOffice, whenDelivered } from "./office.ts";
import { decisionOn, type QueueOrder, type Verdict } from "./outbox.ts";
import { OPENED, queueStep } from "./queue-state.ts";
import { endItem } from "./use-pace.ts";

export interface Queue {
  readonly at: number;
  readonly current: QueueItem | undefined;
  readonly upcoming: readonly QueueItem[];
  /** What was decided on an event since the queue was opened. */
  readonly verdictsOn: (event: string) => readonly Verdict[];
  /** Keeps a decision; `goOn` leads to the next event. */
  readonly decide: (verdict: Verdict, words: string, goOn: boolean) => void;
  /** Takes one coder's coding for good, and goes on. */
  readonly settle: (event: string, take: string) => void;
  readonly later: () => void;
  readonly back: () => void;
  readonly undo: () => void;
  /** What was done last, for the eye and for a screen reader. */
  readonly said: string;
  readonly undoButton: ReactNode;
}

export function useQueue(order: QueueOrder, listed: readonly QueueItem[]): Queue {
  const t = useWords();
  const client = useQueryClient();
  const office = openOffice();
  const [state, step] = useReducer(queueStep, OPENED);
  const [said, say] = useState("");
  const items = [...state.recalled, ...listed];
  const current = items[state.at];

  const returnTo = async (event: string) => {
    say(t("review.done.undo"));
    const of = (id: string) => items.findIndex((item) => item.event.id === id);
    // A second event that was made of one goes with its undo: what it was made of is looked at again.
    const whole = of(event) === -1 ? event.replace(/-\d+$/, "") : event;
    const at = of(whole);
    if (at !== -1) step({ kind: "taken-back", event: whole, at });
    else
      step({ kind: "recalled", item: { event: await client.fetchQuery(eventQuery(event)), blind: false } });
  };
  useEffect(() =>
    whenDelivered((decision, answer) => {
      if (decision.kind !== "undo") return;
      const [undone] = (answer as { readonly reviews?: readonly Review[] } | undefined)?.reviews ?? [];
      if (undone?.event === undefined) say(t("review.nothing-to-undo"));
      else void returnTo(undone.event);
    }),
  );

  const undo = () => {
    const taken = office.takeBack(newKey());
    if (taken?.kind === "review") void returnTo(taken.review.event);
    if (taken?.kind === "settle") void returnTo(taken.event);
  };
  useKeys({ undo });

  return {
    at: state.at,
    current,
    upcoming: items.slice(state.at + 1, state.at + 4),
    verdictsOn: (event) => state.done[event] ?? [],
    decide: (verdict, words, goOn) => {
      office.post(decisionOn(verdict, order, newKey()));
      say(words);
      if (goOn) endItem();
      step({ kind: "decided", verdict, goOn });
    },
    settle: (event, take) => {
      office.post({ key: newKey(), kind: "settle", event, take });
      say(t("review.take", { who: take }));
      endItem();
      step({ kind: "decided", verdict: { event, verdict: "accept" }, goOn: true });
    },
    later: () => step({ kind: "moved", by: 1, length: items.length }),
    back: () => step({ kind: "moved", by: -1, length: items.length }),
    undo,
    said,
    undoButton: (
      <button type="button" className="pill" onClick={undo}>
        <Key action="undo" /> {t("review.undo")}
      </button>
    ),
  };
}
