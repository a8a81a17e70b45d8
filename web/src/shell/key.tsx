import { type Action, keysOf } from "./keys.ts";
import { useSettings } from "./settings.ts";

/** The keys of an action as the reader has set them. */
export function Key({ action }: { readonly action: Action }) {
  const { keys } = useSettings();
  return <kbd>{keysOf(action, keys)}</kbd>;
}
