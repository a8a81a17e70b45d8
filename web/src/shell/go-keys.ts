import { useNavigate } from "@tanstack/react-router";
import { useKeys } from "./use-keys.ts";

/** The keys that lead from anywhere to a view. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to });
  useKeys({
    goToday: go("/today"),
    goReports: go("/reports"),
    goEvents: go("/events"),
    goClaims: go("/claims"),
    goTimeline: go("/timeline"),
    goMap: go("/map"),
    goActors: go("/actors"),
    goReview: go("/review"),
    goImport: go("/import"),
    goExport: go("/export"),
    goBrief: go("/brief"),
    goSources: go("/sources"),
    goSettings: go("/settings"),
  });
}
