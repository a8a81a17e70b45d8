import type access from "./en/access.json";
import type actors from "./en/actors.json";
import type brief from "./en/brief.json";
import type claims from "./en/claims.json";
import type codes from "./en/codes.json";
import type events from "./en/events.json";
import type exportWords from "./en/export.json";
import type filter from "./en/filter.json";
import type importWords from "./en/import.json";
import type map from "./en/map.json";
import type problems from "./en/problems.json";
import type reader from "./en/reader.json";
import type review from "./en/review.json";
import type settings from "./en/settings.json";
import type shell from "./en/shell.json";
import type sources from "./en/sources.json";
import type timeline from "./en/timeline.json";
import type today from "./en/today.json";
import type vocabulary from "./en/vocabulary.json";
import { merged } from "./merged.ts";

/** One file a room, so that two people rarely change the same one. The types give `t()` its keys: those of a file that is not named here are none. */
export type English = typeof access &
  typeof actors &
  typeof brief &
  typeof claims &
  typeof codes &
  typeof events &
  typeof exportWords &
  typeof filter &
  typeof importWords &
  typeof map &
  typeof problems &
  typeof reader &
  typeof review &
  typeof settings &
  typeof shell &
  typeof sources &
  typeof timeline &
  typeof today &
  typeof vocabulary;

export const words: English = merged(
  import.meta.glob<English>("./en/*.json", { eager: true, import: "default" }),
);
