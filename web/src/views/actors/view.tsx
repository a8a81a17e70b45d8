import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ActorPage } from "../../../../src/store/types.ts";
import { type ActorRole, actorQuery } from "../../api/actors.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import { groupBy } from "../../parts/group.ts";
import { Empty } from "../../parts/states.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { Aliases } from "./aliases.tsx";
import { filterValueOf, labelOf } from "./matrix.ts";
import { Months } from "./months.tsx";
import { Offices } from "./offices.tsx";
import "./actors.css";

/** The parameter of the filter that finds a party in a role. */
const FILTERS = { actor: "actors", recipient: "recipients", source: "sources" } as const;

/** One party: what it does, suffers and says over time, with whom, and how reports call it. */
export function ActorView() {
  const t = useWords();
  const language = useLanguage();
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(actorQuery(id));
  if (!data) return <Waiting title={id} error={error} retry={() => void refetch()} />;
  const [main] = data.parties;
  return (
    <>
      <h1 dir="auto">{(main && labelOf(main)) ?? id}</h1>
      <p className="meta">
        <b>{t("timeline.count", { count: data.events })}</b>
        {monthsOf(data, language)}
        {data.undated > 0 && ` · ${t("actors.undated", { count: data.undated })}`}
      </p>
      {data.events === 0 && <Empty />}
      <div className="actor-two">
        <section>
          <h2>{t("actors.roles")}</h2>
          <Roles page={data} />
          <h2>{t("actors.over-time")}</h2>
          <Months months={data.months} />
        </section>
        <section>
          <h2>{t("actors.called")}</h2>
          <ul className="plain">
            {data.parties.map((party) => (
              <li key={JSON.stringify(party)}>
                <bdi>{party.name ?? labelOf(party)}</bdi>
                <span className="meta">
                  {" "}
                  {[party.country, party.sector].filter(Boolean).join(" ")} ·{" "}
                  {party.events.toLocaleString(language)}
                </span>
              </li>
            ))}
          </ul>
          <Aliases registry={data.registry} />
          <Offices registry={data.registry} />
          <Partners page={data} />
        </section>
      </div>
    </>
  );
}

/** From its first month to its last: a date that is known to the year only belongs to none. */
function monthsOf({ months }: ActorPage, language: string): string {
  const [from, to] = [months[0]?.month, months.at(-1)?.month];
  return from && to ? ` · ${formatTime({ from, to, precision: "month" }, language)}` : "";
}

function Roles({ page }: { readonly page: ActorPage }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <dl>
      {[...groupBy(page.roles, ({ role }) => role)].map(([role, types]) => (
        <RoleRow key={role} role={role}>
          {types.map(({ type, events }) => (
            <Link
              key={type}
              className="chip"
              to="/events"
              search={{ [FILTERS[role]]: page.who, types: type }}
            >
              {t(`type.${type}`)} <b>{events.toLocaleString(language)}</b>
            </Link>
          ))}
        </RoleRow>
      ))}
    </dl>
  );
}

function RoleRow({ role, children }: { readonly role: ActorRole; readonly children: React.ReactNode }) {
  const t = useWords();
  return (
    <>
      <dt>{t(`actors.role.${role}`)}</dt>
      <dd className="chips">{children}</dd>
    </>
  );
}

function Partners({ page }: { readonly page: ActorPage }) {
  const t = useWords();
  const language = useLanguage();
  const sides = [
    ["recipient", "actors.acted-on"],
    ["actor", "actors.acted-by"],
  ] as const;
  return sides.map(([role, title]) => {
    const partners = page.partners.filter((one) => one.role === role);
    if (partners.length === 0) return null;
    const own = role === "recipient" ? "actors" : "recipients";
    return (
      <div key={role}>
        <h2>{t(title)}</h2>
        <ul className="plain">
          {partners.slice(0, 20).map(({ party, events }) => {
            const label = labelOf(party);
            const value = filterValueOf(party);
            return (
              <li key={JSON.stringify(party)}>
                {value === undefined ? (
                  <span className="unknown">{t("unknown.not-stated")}</span>
                ) : (
                  <Link to="/events" search={{ [own]: page.who, [FILTERS[role]]: value }} dir="auto">
                    {label}
                  </Link>
                )}{" "}
                <b>{events.toLocaleString(language)}</b>
              </li>
            );
          })}
        </ul>
      </div>
    );
  });
}
