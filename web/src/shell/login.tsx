import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { logIn, sessionQuery, useStanding } from "../api/session.ts";
import { useWords } from "../catalogue/words.tsx";
import { Failed } from "../parts/states.tsx";

/**
 * On a server with accounts nothing is shown before one is known; on one's own machine there is nothing to log in to.
 * Where a session ends, the log-in lies over the view, which stays as it is with whatever was typed into it.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const standing = useStanding();
  if (standing.is === "unknown") return <FirstLogin />;
  return (
    <>
      {children}
      {standing.is === "ended" && <LoginAgain name={standing.name} />}
    </>
  );
}

function FirstLogin() {
  const t = useWords();
  return (
    <>
      <h1>{t("login.title")}</h1>
      <p className="meta narrow">{t("login.why")}</p>
      <LoginForm />
    </>
  );
}

/** Over everything, open dialogs too; no key leads past it. */
function LoginAgain({ name }: { readonly name: string }) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => ask(dialog.current!), []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={t("login.ended")}
      onCancel={(event) => event.preventDefault()}
      onClose={({ currentTarget }) => ask(currentTarget)}
    >
      <div className="dialog-body">
        <h2>{t("login.ended")}</h2>
        <p>{t("login.ended.why", { name })}</p>
        <LoginForm name={name} />
        <p className="foot">{t("login.other", { name })}</p>
      </div>
    </dialog>
  );
}

function ask(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[type=password]")?.focus();
}

function LoginForm({ name = "" }: { readonly name?: string }) {
  const t = useWords();
  const queries = useQueryClient();
  const [refused, refuse] = useState<unknown>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await logIn(String(form.get("name")), String(form.get("password")), (session) =>
        queries.setQueryData(sessionQuery.queryKey, session),
      );
      await queries.invalidateQueries();
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <form className="login" onSubmit={(event) => void submit(event)}>
      <label className="field">
        {t("login.name")}
        <input name="name" defaultValue={name} autoComplete="username" dir="auto" required />
      </label>
      <label className="field">
        {t("login.password")}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" className="pill on">
        {t("login.go")}
      </button>
      {refused !== undefined && <Failed error={refused} />}
    </form>
  );
}
