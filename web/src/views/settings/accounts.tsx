import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { accountsQuery, addAccount } from "../../api/accounts.ts";
import { logOut, type Role, type Session, sessionQuery } from "../../api/session.ts";
import { useWords } from "../../catalogue/words.tsx";
import { Failed } from "../../parts/states.tsx";
import { OwnPassword, PasswordOf } from "./password.tsx";

const ROLES: readonly Role[] = ["reader", "coder", "reviewer", "admin"];

/** Who sits here, who else may get in, and, on a desk without accounts, how the first one is made. */
export function Accounts() {
  const { data } = useQuery(sessionQuery);
  return data?.who && <AccountsOf session={data} name={data.who.name} role={data.who.role} />;
}

function AccountsOf(props: { readonly session: Session; readonly name: string; readonly role: Role }) {
  const { session, name, role } = props;
  const t = useWords();
  return (
    <section aria-label={t("accounts.title")}>
      <h2>{t("accounts.title")}</h2>
      {session.login ? (
        <>
          <p className="bar">
            {t("may.who", { who: name, role: t(`role.${role}`) })}
            <button type="button" className="pill" onClick={() => void logOut()}>
              {t("login.out")}
            </button>
          </p>
          <OwnPassword />
        </>
      ) : (
        <>
          <p>{t("accounts.local")}</p>
          <p className="meta narrow">{t("accounts.first")}</p>
        </>
      )}
      {session.mayDo.includes("administer") && <Everybody isFirst={!session.login} self={name} />}
    </section>
  );
}

function Everybody({ isFirst, self }: { readonly isFirst: boolean; readonly self: string }) {
  const t = useWords();
  const queries = useQueryClient();
  const accounts = useQuery(accountsQuery);
  const [refused, refuse] = useState<unknown>();
  const [made, setMade] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const of = (field: string) => String(given.get(field));
    try {
      const account = await addAccount({
        name: of("name"),
        role: of("role") as Role,
        password: of("password"),
      });
      form.reset();
      refuse(undefined);
      setMade(t(isFirst ? "accounts.made.first" : "accounts.made", { name: account.name }));
      await queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
    } catch (error) {
      refuse(error);
    }
  };
  const listed = accounts.data?.items ?? [];
  return (
    <>
      {listed.length > 0 && (
        <ul className="accounts" aria-label={t("accounts.list")}>
          {listed.map(({ name, role }) => (
            <li key={name}>
              <b dir="auto">{name}</b> <span className="meta">{t(`role.${role}`)}</span>
              {name !== self && <PasswordOf name={name} />}
            </li>
          ))}
        </ul>
      )}
      <form className="bar ends" onSubmit={(event) => void submit(event)}>
        <label className="field">
          {t("login.name")}
          <input name="name" autoComplete="off" dir="auto" required />
        </label>
        <label className="field">
          {t("accounts.password")}
          <input name="password" type="password" autoComplete="new-password" required />
        </label>
        <label className="field">
          {t("accounts.role")}
          <select name="role" defaultValue={isFirst && listed.length === 0 ? "admin" : "coder"}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="pill">
          {t("accounts.add")}
        </button>
      </form>
      <p role="status">{made}</p>
      {refused !== undefined && <Failed error={refused} />}
      <p className="meta narrow">{t("accounts.remove")}</p>
    </>
  );
}
