import { useLayoutEffect, useRef } from "react";
import { ACTIONS, type Action, chordOf, keysOf } from "./keys.ts";
import { settings } from "./settings.ts";

export type Handlers = Readonly<Partial<Record<Action, () => void>>>;

/** The newest view's handler answers first, those of the desk itself last. */
const stack: { readonly current: Handlers }[] = [];
const STROKE_PAUSE_MS = 1200;
let before: { readonly chord: string; readonly at: number } | undefined;

/**
 * While the component is shown, its handlers answer to the keys of their actions. Those of the desk lie under those of
 * the views, whichever is mounted first: a view may have an undo of its own.
 * As soon as it is seen they answer: a key that is pressed at once is not lost.
 */
export function useKeys(handlers: Handlers, of: "view" | "desk" = "view"): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useLayoutEffect(() => {
    if (of === "view") stack.push(latest);
    else stack.unshift(latest);
    return () => {
      stack.splice(stack.indexOf(latest), 1);
    };
  }, [of]);
}

/** Listens once for the whole desk; gives the function that stops it. */
export function listenForKeys(): () => void {
  window.addEventListener("keydown", answer);
  return () => window.removeEventListener("keydown", answer);
}

function answer(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  const plain = !chord.startsWith("Mod+") && !chord.startsWith("Alt+");
  if (plain && (!settings().singleKeys || takesKeys(event.target, chord))) return;
  if (document.querySelector("dialog:modal")) return;
  const handler = handlerFor(chord);
  if (!handler) return;
  event.preventDefault();
  handler();
}

function handlerFor(chord: string): (() => void) | undefined {
  const now = performance.now();
  const pair = before && now - before.at < STROKE_PAUSE_MS ? `${before.chord} ${chord}` : undefined;
  before = { chord, at: now };
  const { keys: own } = settings();
  for (const wanted of pair ? [pair, chord] : [chord])
    for (const handlers of [...stack].reverse())
      for (const action of ACTIONS) {
        const handler = handlers.current[action];
        if (handler && keysOf(action, own) === wanted) {
          before = undefined;
          return handler;
        }
      }
  return undefined;
}

/** True where the key means something to the element itself: typing in a field, pressing a button. */
function takesKeys(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  if (target.matches("input")) return !target.matches("[type=checkbox], [type=radio]") || chord === "Space";
  return (chord === "Space" || chord === "Enter") && target.matches("button, a, summary, [role=button]");
}
