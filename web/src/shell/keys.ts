import type { WordKey } from "../catalogue/speak.ts";

export const SCOPES = ["everywhere", "list", "reader", "claims", "story", "review"] as const;
/** Where a key counts. Keys of one scope must differ, and differ from those of `everywhere`. */
export type Scope = (typeof SCOPES)[number];

export interface KeyRow {
  readonly scope: Scope;
  /** As `chordOf` writes it; two strokes are parted by a space: "g e". `Mod` is Ctrl, or Cmd on a Mac. */
  readonly keys: string;
  readonly words: WordKey;
}

/** The one table of keys: handlers, the help page and the settings are made from it. */
export const KEYS = {
  palette: { scope: "everywhere", keys: "Mod+k", words: "key.palette" },
  search: { scope: "everywhere", keys: "/", words: "key.search" },
  help: { scope: "everywhere", keys: "?", words: "key.help" },
  undo: { scope: "everywhere", keys: "u", words: "key.undo" },
  goToday: { scope: "everywhere", keys: "g t", words: "view.today" },
  goReports: { scope: "everywhere", keys: "g r", words: "view.reports" },
  goEvents: { scope: "everywhere", keys: "g e", words: "view.events" },
  goClaims: { scope: "everywhere", keys: "g c", words: "view.claims" },
  goTimeline: { scope: "everywhere", keys: "g l", words: "view.timeline" },
  goMap: { scope: "everywhere", keys: "g m", words: "view.map" },
  goActors: { scope: "everywhere", keys: "g a", words: "view.actors" },
  goReview: { scope: "everywhere", keys: "g v", words: "view.review" },
  goImport: { scope: "everywhere", keys: "g i", words: "view.import" },
  goExport: { scope: "everywhere", keys: "g x", words: "view.export" },
  goBrief: { scope: "everywhere", keys: "g b", words: "view.brief" },
  goSources: { scope: "everywhere", keys: "g o", words: "view.sources" },
  goSettings: { scope: "everywhere", keys: "g s", words: "view.settings" },
  next: { scope: "list", keys: "j", words: "key.next" },
  previous: { scope: "list", keys: "k", words: "key.previous" },
  evidence: { scope: "list", keys: "Space", words: "key.evidence" },
  open: { scope: "list", keys: "Enter", words: "key.open" },
  exportThis: { scope: "claims", keys: "e", words: "key.export" },
  joinStory: { scope: "story", keys: "m", words: "key.join-story" },
  leaveStory: { scope: "story", keys: "d", words: "key.leave-story" },
  accept: { scope: "review", keys: "a", words: "key.accept" },
  reject: { scope: "review", keys: "x", words: "key.reject" },
  edit: { scope: "review", keys: "e", words: "key.edit" },
  merge: { scope: "review", keys: "m", words: "key.merge" },
  split: { scope: "review", keys: "d", words: "key.split" },
  divide: { scope: "review", keys: "v", words: "key.divide" },
  later: { scope: "review", keys: "j", words: "key.later" },
  back: { scope: "review", keys: "k", words: "key.previous" },
  comment: { scope: "review", keys: "c", words: "key.comment" },
  setActor: { scope: "review", keys: "w", words: "key.set-actor" },
  setRecipient: { scope: "review", keys: "r", words: "key.set-recipient" },
  setTime: { scope: "review", keys: "t", words: "key.set-time" },
  setPlace: { scope: "review", keys: "p", words: "key.set-place" },
  setSource: { scope: "review", keys: "s", words: "key.set-source" },
  setNumber: { scope: "review", keys: "n", words: "key.set-number" },
  pickType1: { scope: "review", keys: "1", words: "key.pick-type-1" },
  pickType2: { scope: "review", keys: "2", words: "key.pick-type-2" },
  pickType3: { scope: "review", keys: "3", words: "key.pick-type-3" },
  pickType4: { scope: "review", keys: "4", words: "key.pick-type-4" },
  pickType5: { scope: "review", keys: "5", words: "key.pick-type-5" },
  wordRight: { scope: "review", keys: "ArrowRight", words: "key.word-right" },
  wordLeft: { scope: "review", keys: "ArrowLeft", words: "key.word-left" },
  wordBelow: { scope: "review", keys: "ArrowDown", words: "key.word-below" },
  wordAbove: { scope: "review", keys: "ArrowUp", words: "key.word-above" },
  growRight: { scope: "review", keys: "Shift+ArrowRight", words: "key.grow-right" },
  growLeft: { scope: "review", keys: "Shift+ArrowLeft", words: "key.grow-left" },
  takeFirst: { scope: "review", keys: "f", words: "key.take-first" },
  takeSecond: { scope: "review", keys: "l", words: "key.take-second" },
} as const satisfies Readonly<Record<string, KeyRow>>;
export type Action = keyof typeof KEYS;
export const ACTIONS = Object.keys(KEYS) as readonly Action[];

export const hasKeys = (scope: Scope): boolean => ACTIONS.some((action) => KEYS[action].scope === scope);

type Stroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * How a stroke is written: "j", "?", "Mod+k", "Space", "Shift+ArrowLeft". On a keyboard of another script the place of the key counts
 * (the key that types Arabic ta is still "j").
 */
export function chordOf(stroke: Stroke): string {
  const typed = stroke.key === " " ? "Space" : stroke.key;
  const place = /^Key([A-Z])$/.exec(stroke.code)?.[1]?.toLowerCase();
  const foreign = typed.length === 1 && typed.charCodeAt(0) > 127 && place !== undefined;
  const name = foreign ? (stroke.shiftKey ? place.toUpperCase() : place) : typed;
  const modified = stroke.ctrlKey || stroke.metaKey;
  // Of a key that types something Shift is in what it types.
  const shifted = stroke.shiftKey && stroke.key.length > 1;
  const held = `${modified ? "Mod+" : ""}${stroke.altKey ? "Alt+" : ""}${shifted ? "Shift+" : ""}`;
  return `${held}${modified ? name.toLowerCase() : name}`;
}

/** The keys of an action, as the reader set them or as the table has them. */
export function keysOf(action: Action, own: Readonly<Record<string, string>>): string {
  return own[action] ?? KEYS[action].keys;
}

/** Actions that would answer to the same keys in the same place. */
export function clashes(
  action: Action,
  keys: string,
  own: Readonly<Record<string, string>>,
): readonly Action[] {
  const { scope } = KEYS[action];
  const meets = (other: Scope) => scope === other || scope === "everywhere" || other === "everywhere";
  return ACTIONS.filter(
    (other) => other !== action && meets(KEYS[other].scope) && keysOf(other, own) === keys,
  );
}
