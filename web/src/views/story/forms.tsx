import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue, useState } from "react";
import type { ReportHeader } from "../../../../src/store/types.ts";
import { storyChoicesQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { FormButtons, wordsIn } from "../review/form-parts.tsx";
import { useChangeStory } from "./use-change-story.ts";

/** The report tells a story of its own, or another one that is there. */
export function LeaveForm(props: { readonly report: ReportHeader; readonly close: () => void }) {
  const { report, close } = props;
  const t = useWords();
  const { run, refused } = useChangeStory(close);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [to, reason] = [wordsIn(event.currentTarget, "to"), wordsIn(event.currentTarget, "why")];
    const reports = [report.key];
    void run(
      to === "" ? { verdict: "leave", reports, reason } : { verdict: "join", reports, to, reason },
      t("story.done.leave"),
    );
  };
  return (
    <form onSubmit={submit}>
      <p dir="auto">
        <b>{report.title ?? t("reader.untitled")}</b>
      </p>
      <StoryChoice except={report.story} own={t("story.own")} />
      <Why />
      {refused !== undefined && <Failed error={refused} />}
      <FormButtons close={close} />
    </form>
  );
}

/** This story and another one are the same. */
export function JoinForm({ story, close }: { readonly story: string; readonly close: () => void }) {
  const t = useWords();
  const { run, refused } = useChangeStory(close);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [other, reason] = [wordsIn(event.currentTarget, "to"), wordsIn(event.currentTarget, "why")];
    // The other comes here: whoever reads this page stays on it.
    void run({ verdict: "join", story: other, to: story, reason }, t("story.done.join"));
  };
  return (
    <form onSubmit={submit}>
      <StoryChoice except={story} />
      <Why />
      {refused !== undefined && <Failed error={refused} />}
      <FormButtons close={close} />
    </form>
  );
}

/** Stories of which a report has the words that are typed; `own` is the choice of none of them. */
function StoryChoice({ except, own }: { readonly except: string | undefined; readonly own?: string }) {
  const t = useWords();
  const language = useLanguage();
  const [typed, type] = useState("");
  const { data, error } = useQuery(storyChoicesQuery(useDeferredValue(typed.trim())));
  if (error && !data) return <Failed error={error} />;
  if (!data) return <Loading />;
  const choices = data.items.filter(({ id }) => id !== except);
  return (
    <fieldset className="story-choice">
      <legend>{t("story.which")}</legend>
      <input
        type="search"
        aria-label={t("story.filter")}
        placeholder={t("story.filter")}
        value={typed}
        onChange={({ target }) => type(target.value)}
        dir="auto"
      />
      <ul className="choices">
        {own !== undefined && (
          <li>
            <label>
              <input type="radio" name="to" value="" defaultChecked /> {own}
            </label>
          </li>
        )}
        {choices.map(({ id, title, reports, newest }, index) => (
          <li key={id}>
            <label>
              <input
                type="radio"
                name="to"
                value={id}
                required={own === undefined}
                defaultChecked={own === undefined && index === 0}
              />{" "}
              <span dir="auto">{title ?? id}</span>{" "}
              <span className="meta">
                {reports !== undefined && t("reports.count", { count: reports })}
                {newest && ` · ${formatDay(newest, language)}`}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {choices.length === 0 && own === undefined && <p className="unknown">{t("state.empty")}</p>}
    </fieldset>
  );
}

function Why() {
  const t = useWords();
  return (
    <p className="fields">
      <label>
        {t("review.merge.why")} <input name="why" required dir="auto" />
      </label>
    </p>
  );
}
