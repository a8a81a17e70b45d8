import actors from "./actors.json";
import brief from "./brief.json";
import claims from "./claims.json";
import events from "./events.json";
import exportWords from "./export.json";
import filter from "./filter.json";
import importWords from "./import.json";
import map from "./map.json";
import reader from "./reader.json";
import review from "./review.json";
import settings from "./settings.json";
import shell from "./shell.json";
import timeline from "./timeline.json";
import today from "./today.json";
import vocabulary from "./vocabulary.json";

/** One file a room, so that two people rarely change the same one. */
export const words = {
  ...actors,
  ...brief,
  ...claims,
  ...events,
  ...exportWords,
  ...filter,
  ...importWords,
  ...map,
  ...reader,
  ...review,
  ...settings,
  ...shell,
  ...timeline,
  ...today,
  ...vocabulary,
};
