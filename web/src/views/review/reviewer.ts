import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { sessionQuery } from "../../api/session.ts";
import { signAs } from "./office.ts";

const PLACE = "khaldun.reviewer";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const kept = (): string => localStorage.getItem(PLACE) ?? "";

interface Signature {
  /** Undefined: the server knows who it is. */
  readonly reviewer: string | undefined;
  readonly isFree: boolean;
  readonly rename: (name: string) => void;
}

/** Who signs a review: whoever is logged in; on a desk without login, the name that was typed. */
export function useReviewer(): Signature {
  const { data } = useQuery(sessionQuery);
  const name = useSyncExternalStore(subscribe, kept);
  const isFree = data?.who?.by === "local";
  const reviewer = isFree && name !== "" ? name : undefined;
  useEffect(() => signAs(reviewer), [reviewer]);
  return {
    reviewer,
    isFree,
    rename: (next) => {
      localStorage.setItem(PLACE, next.trim());
      for (const listener of listeners) listener();
    },
  };
}
