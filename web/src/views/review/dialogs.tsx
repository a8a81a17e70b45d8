import { useEffect, useRef } from "react";
import type { StoredEvent } from "../../../../src/store/types.ts";
import type { Quote } from "../../../../src/text/span.ts";
import { useWords } from "../../catalogue/words.tsx";
import { CommentForm } from "./comment-form.tsx";
import { DivideForm } from "./divide-form.tsx";
import type { WordField } from "./edits.ts";
import { FieldChoice } from "./field-choice.tsx";
import { PlaceForm, TimeForm } from "./field-forms.tsx";
import { FigureForm } from "./figure-form.tsx";
import { MergeForm, SplitForm } from "./link-forms.tsx";
import { ReasonChoice } from "./reason-choice.tsx";
import type { Queue } from "./use-queue.tsx";

export interface OpenDialog {
  readonly kind:
    | "reject"
    | "edit"
    | "merge"
    | "split"
    | "divide"
    | "comment"
    | "time"
    | "place"
    | "quantities";
  /** Words that were selected when it was opened. */
  readonly quote?: Quote;
}

export interface FormProps {
  readonly item: StoredEvent;
  readonly queue: Queue;
  readonly quote: Quote | undefined;
  readonly close: () => void;
}

interface DialogsProps {
  readonly item: StoredEvent;
  readonly open: OpenDialog | undefined;
  readonly queue: Queue;
  readonly close: () => void;
  readonly reopen: (dialog: OpenDialog) => void;
}

/** What needs more than one key. Escape closes it, and the browser gives the focus back. */
export function Dialogs({ item, open, queue, close, reopen }: DialogsProps) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  const form = { item, queue, quote: open?.quote, close };
  const set = (field: WordField) => {
    if (field === "time" || field === "place" || field === "quantities") reopen({ kind: field });
  };
  return (
    <dialog ref={dialog} className="sheet" onClose={close} aria-label={open ? titleOf(open, t) : undefined}>
      {open?.kind === "reject" && <ReasonChoice {...form} />}
      {open?.kind === "edit" && <FieldChoice {...form} onForm={set} />}
      {open?.kind === "merge" && <MergeForm {...form} />}
      {open?.kind === "split" && <SplitForm {...form} />}
      {open?.kind === "divide" && <DivideForm {...form} />}
      {open?.kind === "comment" && <CommentForm {...form} />}
      {open?.kind === "time" && <TimeForm {...form} />}
      {open?.kind === "place" && <PlaceForm {...form} />}
      {open?.kind === "quantities" && <FigureForm {...form} />}
    </dialog>
  );
}

function titleOf({ kind }: OpenDialog, t: ReturnType<typeof useWords>): string {
  if (kind === "reject") return t("review.reason.title");
  if (kind === "edit") return t("review.edit.title");
  if (kind === "comment") return t("review.form.comment");
  if (kind === "merge" || kind === "split" || kind === "divide") return t(`review.${kind}.title`);
  return t(`field.${kind}`);
}
