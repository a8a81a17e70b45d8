import type { RollUpRule } from "../../../../src/record/happening.ts";
import { useWords } from "../../catalogue/words.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";

/** Names are the formats' own and stay as they are in every language. */
const FORMATS: Readonly<Record<string, string>> = {
  csv: "CSV, all fields",
  jsonl: "JSONL, whole records",
  parquet: "Parquet",
  geojson: "GeoJSON",
  plover: "PLOVER JSON",
  polecat: "POLECAT (40)",
  "polecat-extended": "POLECAT, extended",
  acled: "ACLED (31)",
  ucdp: "UCDP GED (49)",
  gdelt: "GDELT 2 Events (61)",
  "gdelt-mentions": "GDELT 2 Mentions (16)",
  w3c: "W3C Web Annotation, lines",
  jsonld: "W3C Web Annotation, JSON-LD",
  ftm: "FollowTheMoney",
};
const PROFILES = ["public", "partner", "internal"] as const;
const RULES = [
  "conservative",
  "informative",
  "representative",
  "latest",
] as const satisfies readonly RollUpRule[];

/** Format, readers and rule; all of it stands in the address. */
export function Choices() {
  const t = useWords();
  const [search, change] = useSearchState();
  const profile = first(search.profile) ?? "public";
  const rule = first(search.rule) ?? "";
  return (
    <div className="export-choices no-print">
      <label className="field">
        {t("export.format")}
        <select
          value={first(search.format) ?? "csv"}
          onChange={({ target }) => change({ format: target.value }, "replace")}
        >
          {Object.entries(FORMATS).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t("export.profile")}
        <select value={profile} onChange={({ target }) => change({ profile: target.value }, "replace")}>
          {PROFILES.map((one) => (
            <option key={one} value={one}>
              {t(`export.profile.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t("export.rule")}
        <select
          value={rule}
          onChange={({ target }) => change({ rule: target.value || undefined }, "replace")}
        >
          <option value="">{t("export.rule.none")}</option>
          {RULES.map((one) => (
            <option key={one} value={one}>
              {t(`export.rule.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
