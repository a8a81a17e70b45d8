import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { get, send } from "../api/client.ts";
import { heardNothing, useConnection } from "../api/connection.ts";
import { type ProblemDocument, problemOf } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import type { WordKey } from "../catalogue/speak.ts";
import { useLanguage, useWords } from "../catalogue/words.tsx";
import { asSentence } from "../parts/problem-words.ts";
import { Failed } from "../parts/states.tsx";

/** Between two questions whether the server is back. */
const ASK_AGAIN_MS = 2000;

/**
 * Above every view, while the server is away or its store not open: what happened, what to do, and that nothing is lost.
 * The view stays as it is. Once the store is there again, everything is asked anew.
 */
export function StoreScreen() {
  const queries = useQueryClient();
  const connection = useConnection();
  const isThere = connection.is === "there";
  // Views that ask for nothing would not hear of it.
  useEffect(() => void queries.prefetchQuery(sessionQuery), [queries]);
  useEffect(() => {
    window.addEventListener("offline", heardNothing);
    return () => window.removeEventListener("offline", heardNothing);
  }, []);
  useEffect(() => {
    if (isThere) return;
    const timer = setInterval(() => void askAgain(queries), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isThere, queries]);
  if (isThere) return null;
  return connection.is === "away" ? (
    <Away since={connection.since} />
  ) : (
    <Closed problem={connection.problem} onOpen={() => void askAgain(queries)} />
  );
}

async function askAgain(queries: QueryClient): Promise<void> {
  // Whatever comes, the client says what it heard; only a store that is open is worth asking everything of.
  const isOpen = await get("session").then(
    () => true,
    (error) => problemOf(error)?.status === 401,
  );
  if (isOpen) await queries.invalidateQueries();
}

function Away({ since }: { readonly since: number }) {
  const t = useWords();
  const language = useLanguage();
  const when = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(since);
  return (
    <section className="store-screen no-print" role="alert">
      <h2>{t("store.away")}</h2>
      <p>{t("store.away.since", { when })}</p>
      <p>{t("store.away.cure")}</p>
    </section>
  );
}

/** Words of ours for what happens to a store; the server's own, which name the store and its holder, stand below. */
const HAPPENED: Readonly<Record<string, WordKey>> = {
  K171: "store.opening",
  K172: "store.older",
  K502: "store.locked",
  K503: "store.newer",
  K504: "store.changed",
};
const TO_DO: Readonly<Record<string, WordKey>> = {
  K171: "store.opening.cure",
  K172: "store.older.cure",
  K502: "store.locked.cure",
  K503: "store.newer.cure",
  K504: "store.changed.cure",
};

function Closed(props: { readonly problem: ProblemDocument; readonly onOpen: () => void }) {
  const { problem, onOpen } = props;
  const t = useWords();
  const code = problem.code ?? "";
  return (
    <section className="store-screen closed no-print" role="alert">
      <h2>{t(HAPPENED[code] ?? "store.broken")}</h2>
      <p>{t(TO_DO[code] ?? "store.broken.cure")}</p>
      {code === "K172" && <BringUpToDate onOpen={onOpen} />}
      <p className="meta" lang="en" dir="auto">
        {asSentence(problem.detail)} {asSentence(problem.cure ?? "")} ({code})
      </p>
    </section>
  );
}

function BringUpToDate({ onOpen }: { readonly onOpen: () => void }) {
  const t = useWords();
  const [step, take] = useState<"asked" | "running" | { readonly refused: unknown }>("asked");
  const run = async () => {
    take("running");
    try {
      await send("POST", "store/migrate");
      onOpen();
    } catch (error) {
      take({ refused: error });
    }
  };
  if (step === "running") return <p role="status">{t("store.older.running")}</p>;
  return (
    <>
      <button type="button" className="pill on" onClick={() => void run()}>
        {t("store.older.go")}
      </button>
      {typeof step === "object" && <Failed error={step.refused} />}
    </>
  );
}
