import { merged } from "./merged.ts";
import type { Catalogue } from "./speak.ts";

export const words: Catalogue = merged(
  import.meta.glob<Catalogue>("./ar/*.json", { eager: true, import: "default" }),
);
