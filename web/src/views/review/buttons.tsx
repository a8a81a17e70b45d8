import type { ReactNode } from "react";
import { useWords } from "../../catalogue/words.tsx";
import { Key } from "../../shell/key.tsx";

const ACTS = ["accept", "reject", "edit", "merge", "split", "divide", "comment", "later"] as const;
export type Acts = Readonly<Record<(typeof ACTS)[number], () => void>>;

interface ButtonsProps {
  readonly acts: Acts;
  readonly isCorrected: boolean;
  readonly undoButton: ReactNode;
}

/** Every key as a button, for the mouse and the finger. */
export function Buttons({ acts, isCorrected, undoButton }: ButtonsProps) {
  const t = useWords();
  return (
    <div className="bar acts">
      {ACTS.map((act) => (
        <button key={act} type="button" className={act === "accept" ? "pill on" : "pill"} onClick={acts[act]}>
          <Key action={act} />{" "}
          {act === "accept" && isCorrected ? t("review.accept-rest") : t(`review.${act}`)}
        </button>
      ))}
      {undoButton}
    </div>
  );
}
