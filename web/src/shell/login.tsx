import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { logIn, useIsUnknown } from "../api/session.ts";
import { useWords } from "../catalogue/words.tsx";
import { Failed } from "../parts/states.tsx";

/** On a server with accounts nothing is shown before one is known; on one's own machine there is nothing to log in to. */
export function Gate({ children }: { readonly children: ReactNode }) {
  return useIsUnknown() ? <Login /> : children;
}

function Login() {
  const t = useWords();
  const queries = useQueryClient();
  const [refused, refuse] = useState<unknown>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await logIn(String(form.get("name")), String(form.get("password")));
      await queries.invalidateQueries();
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <form className="login" onSubmit={(event) => void submit(event)}>
      <h1>{t("login.title")}</h1>
      <label className="field">
        {t("login.name")}
        <input name="name" autoComplete="username" required />
      </label>
      <label className="field">
        {t("login.password")}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" className="pill">
        {t("login.go")}
      </button>
      {refused !== undefined && <Failed error={refused} />}
    </form>
  );
}
