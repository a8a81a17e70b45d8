import { useSyncExternalStore } from "react";
import { send } from "../../api/client.ts";
import { isSamePerson, nameLoggedIn, whenStandingChanges } from "../../api/session.ts";
import type { Decision, Outbox, Settlement, Verdict } from "./outbox.ts";
import { createPostOffice, type PostOffice, type Shelf } from "./post-office.ts";

type Delivered = (decision: Decision, answer: unknown) => void;

let office: PostOffice | undefined;
const listeners = new Set<Delivered>();
let signature: string | undefined;

/** Who signs what is sent from now on: only where nobody logs in the desk has to say it. */
export function signAs(reviewer: string | undefined): void {
  signature = reviewer;
}

/**
 * The one office of this page. Opened with the review, once it is known who sits here, it also sends what was left from
 * the last time.
 */
export function openOffice(): PostOffice {
  if (office === undefined) {
    office = createPostOffice(shelfOf(nameLoggedIn()), deliver, (decision, answer) => {
      for (const listener of listeners) listener(decision, answer);
    });
    window.addEventListener("online", office.tryNow);
    whenStandingChanges(office.tryNow);
    office.tryNow();
  }
  return office;
}

/** Of two who share a browser each has a shelf: nothing is sent in another's name. */
function shelfOf(name: string | undefined): Shelf {
  const place = (key: string) => (name === undefined ? key : `${key}.${name}`);
  return {
    getItem: (key) => localStorage.getItem(place(key)),
    setItem: (key, value) => localStorage.setItem(place(key), value),
  };
}

/** Hears of every decision that the server has taken. */
export function whenDelivered(listener: Delivered): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOutbox(): Outbox {
  const { subscribe, box } = openOffice();
  return useSyncExternalStore(subscribe, box);
}

/** The key makes a decision that was sent twice, because the answer was lost, one decision. */
async function deliver(decision: Decision): Promise<unknown> {
  // It waits as if the server were away: in another's name it is not sent.
  if (!isSamePerson()) throw new Error("the session has ended");
  const signed = signature === undefined ? {} : { reviewer: signature };
  const headers = { "idempotency-key": decision.key };
  switch (decision.kind) {
    case "undo":
      return send("POST", "reviews/undo", signed, headers);
    case "settle":
      return sendSettlement(decision, signed, headers);
    case "review":
      return sendReview(decision.review, signed, headers);
  }
}

function sendSettlement(
  { event, take, verdicts }: Settlement,
  signed: { readonly reviewer?: string },
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  return send("POST", "reviews/adjudicate", { event, take, verdicts, ...signed }, headers);
}

/** Which happening an event tells, and whether it is one event, are matters of their own and go their own ways. */
function sendReview(
  review: Verdict,
  signed: { readonly reviewer?: string },
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { event, verdict, to, reason, first, second } = review;
  if (verdict === "divide")
    return send("POST", "reviews/divide", { event, first, second, reason, ...signed }, headers);
  return verdict === "merge" || verdict === "split"
    ? send("POST", "reviews/relink", { verdict, events: [event], to, reason, ...signed }, headers)
    : send("POST", "reviews", { ...review, ...signed }, headers);
}

export function newKey(): string {
  return crypto.randomUUID();
}
