import type { ReactNode } from "react";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { codeWords } from "../../parts/code-words.ts";
import { formatMoment } from "../../parts/dates.ts";

export interface ExportPreview {
  readonly format: string;
  readonly profile: string;
  readonly rule?: string;
  /** The state of the store that the file is written from. */
  readonly snapshot: string;
  /** Events or happenings that go in, and records that come out. */
  readonly rows: number;
  readonly records: number;
  readonly withheld: readonly { readonly reason: string; readonly rows: number }[];
  readonly heldBack: readonly { readonly what: string; readonly times: number }[];
  /** False: counted on a part of a large store. */
  readonly exact: boolean;
  readonly sample: string;
  readonly licence?: string;
}

export function Preview({ preview }: { readonly preview: ExportPreview }) {
  const t = useWords();
  const language = useLanguage();
  const { rows, records, snapshot, withheld, heldBack, exact, sample, licence } = preview;
  const at = snapshot.slice(0, 4).match(/^\d{4}$/) ? formatMoment(snapshot, language) : snapshot;
  return (
    <section className="preview" aria-label={t("export.before")} aria-live="polite">
      <h2>{t("export.before")}</h2>
      <dl>
        <dt>{t("export.rows")}</dt>
        <dd>
          {t("export.rows.of", { count: records, rows })}
          {!exact && ` · ${t("export.estimate")}`}
        </dd>
        <dt>{t("export.snapshot")}</dt>
        <dd>
          <bdi>{at}</bdi>
        </dd>
        <List label={t("export.withheld")} none={t("export.withheld.none")}>
          {withheld.map(({ reason, rows: left }) => (
            <li key={reason}>
              <bdi>{codeWords("withheld", reason, t)}</bdi>: {t("events.of", { count: left, all: rows })}
            </li>
          ))}
        </List>
        <List label={t("export.held-back")} none={t("export.held-back.none")}>
          {heldBack.map(({ what, times }) => (
            <li key={what}>
              <bdi>{codeWords("held-back", what, t)}</bdi>: {t("export.times", { count: times })}
            </li>
          ))}
        </List>
        <dt>{t("export.licence")}</dt>
        <dd>{licence ? <bdi>{licence}</bdi> : t("export.licence.none")}</dd>
      </dl>
      {sample !== "" && (
        <details open>
          <summary>{t("export.sample")}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <pre className="sample" dir="ltr" tabIndex={0}>
            {sample}
          </pre>
        </details>
      )}
    </section>
  );
}

function List(props: {
  readonly label: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}) {
  const { label, none, children } = props;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children.length === 0 ? none : <ul className="plain">{children}</ul>}</dd>
    </>
  );
}
