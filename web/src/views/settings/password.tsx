import { type FormEvent, useState } from "react";
import { changePassword, givePassword } from "../../api/accounts.ts";
import { useWords } from "../../catalogue/words.tsx";
import { Failed } from "../../parts/states.tsx";

/** One's own, by the old one. */
export function OwnPassword() {
  const t = useWords();
  return (
    <PasswordForm
      title={t("accounts.change")}
      done={t("accounts.changed")}
      asksOld
      save={(password, old) => changePassword(old, password)}
    />
  );
}

/** Another's, who forgot it. */
export function PasswordOf({ name }: { readonly name: string }) {
  const t = useWords();
  return (
    <PasswordForm
      title={t("accounts.give", { name })}
      done={t("accounts.given", { name })}
      save={(password) => givePassword(name, password)}
    />
  );
}

interface PasswordFormProps {
  readonly title: string;
  readonly done: string;
  readonly asksOld?: boolean;
  readonly save: (password: string, old: string) => Promise<void>;
}

function PasswordForm({ title, done, asksOld = false, save }: PasswordFormProps) {
  const t = useWords();
  const [refused, refuse] = useState<unknown>();
  const [isDone, setDone] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    try {
      await save(String(given.get("password")), String(given.get("old")));
      form.reset();
      refuse(undefined);
      setDone(true);
    } catch (error) {
      setDone(false);
      refuse(error);
    }
  };
  return (
    <details>
      <summary>{title}</summary>
      <form className="bar ends" aria-label={title} onSubmit={(event) => void submit(event)}>
        {asksOld && (
          <label className="field">
            {t("accounts.old")}
            <input name="old" type="password" autoComplete="current-password" required />
          </label>
        )}
        <label className="field">
          {t("accounts.new")}
          <input name="password" type="password" autoComplete="new-password" required />
        </label>
        <button type="submit" className="pill">
          {t("accounts.set")}
        </button>
      </form>
      <p role="status">{isDone && done}</p>
      {refused !== undefined && <Failed error={refused} />}
    </details>
  );
}
