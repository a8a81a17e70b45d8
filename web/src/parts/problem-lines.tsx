import { useWords } from "../catalogue/words.tsx";
import { asSentence, problemWords, type Told } from "./problem-words.ts";

interface ProblemLinesProps {
  readonly problem: Told;
  /** What is said to have happened where the problem has no words of ours. */
  readonly otherwise?: string;
}

/** What happened and what to do, in the reader's language; below it, in English, what the program itself says, with its code. */
export function ProblemLines({ problem, otherwise }: ProblemLinesProps) {
  const t = useWords();
  const words = problemWords(problem, t);
  const { detail, cure = "", code } = problem;
  const own = words === undefined ? [detail, cure] : words.inGeneral ? [detail] : [];
  const title = words?.happened ?? otherwise;
  return (
    <>
      {title && <p className="state-title">{title}</p>}
      {words && <p>{words.cure}</p>}
      {own.length > 0 && (
        <p className={words && "meta"} lang="en" dir="auto">
          {own.map(asSentence).join(" ")}
        </p>
      )}
      {code && (
        <p className="meta">
          <bdi lang="en">{code}</bdi>
        </p>
      )}
    </>
  );
}
