import { useQuery } from "@tanstack/react-query";
import { claimsOfStoryQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { eventTitle, timeWords } from "../../parts/event-words.ts";
import { groupBy } from "../../parts/group.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import type { FormProps } from "./dialogs.tsx";
import { FormButtons, wordsIn } from "./form-parts.tsx";

/** Two reports, one happening: the event is laid to another happening of its story. */
export function MergeForm({ item, queue, close }: FormProps) {
  const t = useWords();
  const language = useLanguage();
  const story = item.report.story;
  const claims = useQuery({ ...claimsOfStoryQuery(story ?? ""), enabled: story !== undefined });
  if (claims.isLoadingError) return <Failed error={claims.error} />;
  if (story !== undefined && !claims.data) return <Loading />;
  const others = [...groupBy(claims.data?.items ?? [], ({ happening }) => happening)].flatMap(([id, told]) =>
    id === undefined || id === item.happening ? [] : [{ id, first: told[0]!, count: told.length }],
  );
  if (others.length === 0)
    return (
      <>
        <h2>{t("review.merge.title")}</h2>
        <p className="unknown">{t("review.merge.none")}</p>
        <button type="button" className="pill" onClick={close}>
          {t("review.form.cancel")}
        </button>
      </>
    );
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const to = wordsIn(submitted.currentTarget, "to");
        const reason = wordsIn(submitted.currentTarget, "why");
        close();
        queue.decide({ event: item.id, verdict: "merge", to, reason }, t("review.done.merge"), false);
      }}
    >
      <h2>{t("review.merge.title")}</h2>
      <ul className="choices">
        {others.map(({ id, first, count }, index) => (
          <li key={id}>
            <label>
              <input type="radio" name="to" value={id} required defaultChecked={index === 0} />{" "}
              <span dir="auto">{eventTitle(first.event, t)}</span>{" "}
              <span className="meta">
                {timeWords(first.event, language, t)} · {t("timeline.claims", { count })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Why />
      <FormButtons close={close} />
    </form>
  );
}

/** One happening, two things: the event gets a happening of its own. */
export function SplitForm({ item, queue, close }: FormProps) {
  const t = useWords();
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const reason = wordsIn(submitted.currentTarget, "why");
        close();
        queue.decide({ event: item.id, verdict: "split", reason }, t("review.done.split"), false);
      }}
    >
      <h2>{t("review.split.title")}</h2>
      <Why />
      <FormButtons close={close} />
    </form>
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
