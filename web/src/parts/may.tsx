import { useQuery } from "@tanstack/react-query";
import { type Right, sessionQuery } from "../api/session.ts";
import { useWords } from "../catalogue/words.tsx";

/** Whether whoever sits here may do it. True until it is known: the server refuses what may not be all the same. */
export function useMay(right: Right): boolean {
  const { data } = useQuery(sessionQuery);
  return data === undefined || data.mayDo.includes(right);
}

/** Stands where something would be done that this account may not do: who may, and whom to ask. */
export function NotAllowed({ right }: { readonly right: "review" | "import" | "adjudicate" }) {
  const t = useWords();
  const { data } = useQuery(sessionQuery);
  return (
    <div className="state empty">
      <p className="state-title">{t("problem.right")}</p>
      {data?.who && <p>{t("may.who", { who: data.who.name, role: t(`role.${data.who.role}`) })}</p>}
      <p>{t(`may.${right}`)}</p>
      <p>{t("problem.right.cure")}</p>
    </div>
  );
}
