import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { CodedStoredReport } from "../../api/queries.ts";
import { useWords } from "../../catalogue/words.tsx";
import { type AnchorFate, fatesOf } from "../../parts/anchor-fate.ts";
import { placeOf } from "../../parts/place-in-text.ts";

interface AnchorFatesProps {
  readonly older: CodedStoredReport;
  readonly newer: CodedStoredReport;
}

/** What became of the words that events of the older version rest on: where they stand now, or that they are gone. */
export function AnchorFates({ older, newer }: AnchorFatesProps) {
  const t = useWords();
  const fates = useMemo(
    () =>
      fatesOf(
        older.events.map(({ event }) => event),
        older.report.text,
        newer.report.text,
      ),
    [older, newer],
  );
  const changed = fates.filter(({ fate }) => fate.is !== "held");
  const count = (kind: AnchorFate["fate"]["is"]) => fates.filter(({ fate }) => fate.is === kind).length;
  if (fates.length === 0) return null;
  return (
    <section className="fates">
      <p className="meta">
        {t("reader.fates", {
          count: fates.length,
          held: count("held"),
          moved: count("moved"),
          lost: count("lost"),
        })}
      </p>
      <ul>
        {changed.map((anchor) => (
          <li key={`${anchor.quote.start} ${anchor.quote.end}`}>
            {t(`field.${anchor.field}`)} <q dir="auto">“{anchor.quote.text}”</q>{" "}
            <FateOf anchor={anchor} older={older.key} newer={newer.key} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FateOf(props: { readonly anchor: AnchorFate; readonly older: string; readonly newer: string }) {
  const { anchor, older, newer } = props;
  const t = useWords();
  const { fate, quote } = anchor;
  const isMoved = fate.is === "moved";
  return (
    <Link
      to="/reports/$key"
      params={{ key: isMoved ? newer : older }}
      search={{ at: placeOf(isMoved ? fate.to : quote) }}
    >
      {t(isMoved ? "reader.fate.moved" : "reader.fate.lost")}
    </Link>
  );
}
