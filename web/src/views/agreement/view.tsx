import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { agreementQuery, type FieldAgreement } from "../../api/agreement.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { NotCollected } from "../../parts/states.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { comparableWords } from "./comparable-words.ts";
import { OverruledSection } from "./overruled.tsx";
import "./agreement.css";

/** How far people who coded the same events agree: alpha with its interval, by field and by pair of coders. */
export function AgreementView() {
  const t = useWords();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(agreementQuery);
  if (!data) return <Waiting title={t("view.agreement")} error={error} retry={() => void refetch()} />;
  return (
    <>
      <h1>{t("view.agreement")}</h1>
      {data.events === 0 ? (
        <NotCollected title={t("agreement.none")}>
          <p>{t("agreement.none.cure")}</p>
        </NotCollected>
      ) : (
        <>
          <p className="meta">
            <b>{t("agreement.events", { count: data.events })}</b> ·{" "}
            {data.coders.map(({ coder, events }, index) => (
              <span key={coder}>
                {index > 0 && ", "}
                <bdi>{coder}</bdi> {events.toLocaleString(language)}
              </span>
            ))}
          </p>
          <AlphaTable title={t("agreement.all")} fields={data.fields} />
          {/* The only pair is all coders once more. */}
          {data.pairs.length > 1 &&
            data.pairs.map(({ coders, events, fields }) => (
              <AlphaTable
                key={coders.join("\n")}
                title={`${coders.join(" – ")} · ${t("agreement.events", { count: events })}`}
                fields={fields}
              />
            ))}
        </>
      )}
      <p className="foot">{t("agreement.foot")}</p>
      <OverruledSection />
    </>
  );
}

function AlphaTable({
  title,
  fields,
}: {
  readonly title: string;
  readonly fields: readonly FieldAgreement[];
}) {
  const t = useWords();
  const language = useLanguage();
  const two = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <section>
      <h2 dir="auto">{title}</h2>
      <div className="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("agreement.field")}</th>
              <th scope="col">α</th>
              <th scope="col">{t("agreement.interval")}</th>
              <th scope="col">{t("agreement.same")}</th>
              <th scope="col">{t("agreement.metric")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, metric, alpha, interval, units, same }) => (
              <tr key={field}>
                <th scope="row">{comparableWords(field, t)}</th>
                <td className="count">
                  {alpha === undefined ? (
                    <span className="unknown">{t("agreement.undefined")}</span>
                  ) : (
                    <b>{two.format(alpha)}</b>
                  )}
                </td>
                <td>
                  {interval ? (
                    <>
                      <AlphaDrawing alpha={alpha} interval={interval} /> {two.format(interval[0])} –{" "}
                      {two.format(interval[1])}
                    </>
                  ) : (
                    "–"
                  )}
                </td>
                <td>{t("agreement.of", { count: same, of: units })}</td>
                <td className="meta">{t(`agreement.metric.${metric}` as "agreement.metric.nominal")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** From −1 to 1, with nought in the middle: agreement as by chance. */
function AlphaDrawing({
  alpha,
  interval,
}: {
  readonly alpha: number | undefined;
  readonly interval: readonly [number, number];
}) {
  const place = (value: number): number => ((Math.max(-1, Math.min(1, value)) + 1) / 2) * 100;
  const [low, high] = interval.map(place) as [number, number];
  const style = { "--start": `${low}%`, "--width": `${high - low}%`, "--at": `${place(alpha ?? 0)}%` };
  return (
    <span className="alpha" style={style as CSSProperties} aria-hidden="true">
      <i />
      {alpha !== undefined && <b />}
    </span>
  );
}
