import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { OriginKind, OutletHead } from "../../../../src/store/types.ts";
import { outletsQuery } from "../../api/sources.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatStretch } from "../../parts/dates.ts";
import { RowTable } from "../../parts/row-table.tsx";
import { Empty, NotCollected } from "../../parts/states.tsx";
import { Pages } from "./pages.tsx";

/** Outlets with their reports, or those whom reports credit for their text; copies beside, for they are no second origin. */
export function OutletTable({ by }: { readonly by: OriginKind }) {
  const t = useWords();
  const language = useLanguage();
  const pages = useInfiniteQuery(outletsQuery(by));
  const heads = [
    t(by === "outlet" ? "events.outlet" : "sources.originator"),
    t("sources.reports"),
    t("sources.copies"),
    t("sources.events"),
    t("sources.published"),
  ];
  const none =
    by === "outlet" ? (
      <NotCollected title={t("events.not-collected")} />
    ) : (
      <Empty title={t("sources.no-originators")} />
    );
  return (
    <Pages pages={pages} none={none}>
      {(items) => (
        <RowTable heads={heads}>
          {items.map((one) => (
            <tr key={one.name ?? ""}>
              <th scope="row">
                <Name of={one} by={by} />
              </th>
              {[one.reports, one.copies, one.events].map((count, index) => (
                <td key={heads[index + 1]} className="count">
                  {count.toLocaleString(language)}
                </td>
              ))}
              <td>{one.from === undefined ? "–" : formatStretch(`${one.from}/${one.to}`, language)}</td>
            </tr>
          ))}
        </RowTable>
      )}
    </Pages>
  );
}

/** Events can be narrowed to who published them, not to whom a text is credited. */
function Name({ of, by }: { readonly of: OutletHead; readonly by: OriginKind }) {
  const t = useWords();
  if (of.name === undefined) return <span className="unknown">{t("reader.no-outlet")}</span>;
  if (by === "originator") return <bdi>{of.name}</bdi>;
  return (
    <Link to="/events" search={{ outlets: of.name } as never} data-row>
      <bdi>{of.name}</bdi>
    </Link>
  );
}
