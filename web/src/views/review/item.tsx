import { useEffect, useRef, useState } from "react";
import type { Report } from "../../../../src/record/report.ts";
import type { Quote } from "../../../../src/text/span.ts";
import type { QueueItem } from "../../api/reviews.ts";
import { useWords } from "../../catalogue/words.tsx";
import { useKeys } from "../../shell/use-keys.ts";
import { Adjudication } from "./adjudication.tsx";
import { Buttons } from "./buttons.tsx";
import { Codes } from "./codes.tsx";
import { Dialogs, type OpenDialog } from "./dialogs.tsx";
import { setParty, setSource, setType, type WordField } from "./edits.ts";
import { Passage } from "./passage.tsx";
import { correctionsOf } from "./queue-state.ts";
import { selectedQuote } from "./selection.ts";
import { startItem } from "./use-pace.ts";
import type { Queue } from "./use-queue.tsx";
import { useWordKeys } from "./use-word-keys.ts";

interface ItemProps {
  readonly item: QueueItem;
  readonly report: Report;
  readonly queue: Queue;
}

export function Item({ item: asked, report, queue }: ItemProps) {
  const item = asked.event;
  const t = useWords();
  const text = useRef<HTMLDivElement>(null);
  const [dialog, open] = useState<OpenDialog>();
  const [hint, setHint] = useState("");
  const { id, event } = item;
  useEffect(startItem, []);
  const corrections = correctionsOf(queue.verdictsOn(id));

  const selected = (): Quote | undefined =>
    text.current ? selectedQuote(text.current, Number(text.current.dataset.from), report.text) : undefined;
  const said = (field: WordField, words: string) => t("review.set", { field: t(`field.${field}`), words });
  const setBy = (field: WordField) => () => {
    const quote = selected();
    // A date, a place and a figure need more than words; a party without words would have no receipt.
    if (field === "time" || field === "place" || field === "quantities") {
      setHint("");
      open({ kind: field, ...(quote ? { quote } : {}) });
    } else if (quote === undefined) setHint(t("review.select-first"));
    else {
      setHint("");
      const verdict = field === "attributions" ? setSource(id, event, quote) : setParty(id, field, quote);
      queue.decide(verdict, said(field, quote.text), false);
    }
  };
  useWordKeys({
    root: text,
    report,
    begin: event.trigger,
    onChosen: (words) => setHint(`${t("review.form.words")}: “${words}”`),
  });
  const types = [event.type, ...event.alternatives.map(({ type }) => type)];
  const pick = (index: number) => () => {
    const type = types[index];
    if (type !== undefined)
      queue.decide(setType(id, type), `${t("field.type")}: ${t(`type.${type}`)}`, false);
  };
  const accept = () => queue.decide({ event: id, verdict: "accept" }, t("review.done.accept"), true);
  const acts = {
    accept,
    reject: () => open({ kind: "reject" }),
    edit: () => open({ kind: "edit" }),
    merge: () => open({ kind: "merge" }),
    split: () => open({ kind: "split" }),
    divide: () => open({ kind: "divide" }),
    comment: () => open({ kind: "comment" }),
    later: queue.later,
    back: queue.back,
  };
  useKeys({
    ...acts,
    setActor: setBy("actors"),
    setRecipient: setBy("recipients"),
    setTime: setBy("time"),
    setPlace: setBy("place"),
    setSource: setBy("attributions"),
    setNumber: setBy("quantities"),
    pickType1: pick(0),
    pickType2: pick(1),
    pickType3: pick(2),
    pickType4: pick(3),
    pickType5: pick(4),
  });

  return (
    <>
      <div className="review-two" data-event={id}>
        <Passage report={report} event={event} header={item.report} root={text} />
        <div>
          {asked.codings && <Adjudication id={id} codings={asked.codings} queue={queue} />}
          <Codes item={item} corrections={corrections} isBlind={asked.blind} onSet={setBy} onPick={pick} />
          <Buttons acts={acts} isCorrected={corrections.size > 0} undoButton={queue.undoButton} />
          <p className="said" role="status" dir="auto">
            {hint || queue.said}
          </p>
          <p className="foot">{t("review.foot")}</p>
        </div>
      </div>
      <Dialogs item={item} open={dialog} queue={queue} close={() => open(undefined)} reopen={open} />
    </>
  );
}
