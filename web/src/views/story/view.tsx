import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type StoryAnswer, storyQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { ExportLink } from "../../parts/export-link.tsx";
import { useMay } from "../../parts/may.tsx";
import { storyTitle } from "../../parts/story-title.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { Dialog } from "../../shell/dialog.tsx";
import { Key } from "../../shell/key.tsx";
import { tell } from "../../shell/undo.ts";
import { useKeys } from "../../shell/use-keys.ts";
import { lastVisit } from "../today/last-visit.ts";
import { Flags, StoryBody } from "../today/story-card.tsx";
import { Decisions } from "./decisions.tsx";
import { JoinForm, LeaveForm } from "./forms.tsx";
import { HowWeKnow } from "./how-we-know.tsx";
import { StoryReports } from "./reports.tsx";
import "../today/today.css";
import "../timeline/timeline.css";
import "./story.css";

/** One story: what all agree on, what is contested, its course, whose reports they are, and what people made of it. */
export function StoryView() {
  const t = useWords();
  const { id } = useParams({ from: "/stories/$id" });
  const [came] = useState(lastVisit);
  const { data, error, refetch } = useQuery(storyQuery(id, came));
  if (!data) return <Waiting title={t("today.story")} error={error} retry={() => void refetch()} />;
  return <StoryPage key={data.id} story={data} />;
}

type Open = { readonly kind: "join" } | { readonly kind: "leave"; readonly report: string };

function StoryPage({ story }: { readonly story: StoryAnswer }) {
  const t = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState<Open>();
  const { id, summary, reports, askedFor } = story;
  const leave = () => {
    const report = document.activeElement?.closest<HTMLElement>("[data-report]")?.dataset.report;
    if (report === undefined) tell(t("story.choose-report"));
    else setOpen({ kind: "leave", report });
  };
  const may = useMay("review");
  useKeys(may ? { joinStory: () => setOpen({ kind: "join" }), leaveStory: leave } : {});
  const close = () => setOpen(undefined);
  return (
    <>
      <h1 dir="auto">{storyTitle({ id, summary, title: reports.find(({ title }) => title)?.title })}</h1>
      <p className="meta parted">
        <span>{t("reports.count", { count: reports.length })}</span>
        <span>{t("timeline.count", { count: story.events })}</span>
        {summary.newest && <span>{t("today.newest", { when: formatDay(summary.newest, language) })}</span>}
        {(summary.isNew || summary.corrected || summary.contested.length > 0) && (
          <span>
            <Flags summary={summary} />
          </span>
        )}
      </p>
      {askedFor !== undefined && <p className="meta">{t("story.led-here", { id: askedFor })}</p>}
      <StoryBody id={id} summary={summary} />
      <div className="bar no-print">
        {may && (
          <button type="button" className="pill" onClick={() => setOpen({ kind: "join" })}>
            {t("story.join")} <Key action="joinStory" />
          </button>
        )}
        <ExportLink filter={{ stories: id }} />
        <span className="meta">
          {may ? (
            <>
              {t("story.leave.how")} <Key action="leaveStory" />
            </>
          ) : (
            t("may.restory")
          )}
        </span>
      </div>
      <StoryReports
        reports={reports}
        news={summary.news ?? []}
        onLeave={may ? (report) => setOpen({ kind: "leave", report }) : undefined}
      />
      <HowWeKnow story={story} />
      <Decisions story={id} reports={reports} />
      {open?.kind === "join" && (
        <Dialog title={t("story.join.title")} onClose={close}>
          <JoinForm story={id} close={close} />
        </Dialog>
      )}
      {open?.kind === "leave" && (
        <Dialog title={t("story.leave.title")} onClose={close}>
          <LeaveForm report={reports.find(({ key }) => key === open.report)!} close={close} />
        </Dialog>
      )}
    </>
  );
}
