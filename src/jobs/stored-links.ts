import type { LinkIndex } from "../linking/index.ts";
import { reportKey, type Store } from "../store/index.ts";

/** The links of a store, for gathering what its reports tell. Grows with the links, not with the texts. */
export async function storedLinks(store: Store): Promise<LinkIndex> {
  const happenings = new Map<string, string>();
  const tellers = new Map<string, Set<string>>();
  const inReport = new Map<string, Set<string>>();
  const copies = new Map<string, string>();
  for await (const { report, event, happening, copyOf } of store.linking.told()) {
    happenings.set(event, happening);
    inReport.set(report, (inReport.get(report) ?? new Set()).add(happening));
    tellers.set(happening, (tellers.get(happening) ?? new Set()).add(report));
    if (copyOf !== null) copies.set(report, copyOf);
  }
  return {
    happeningOf: ({ report }, { id }) => happenings.get(`${reportKey(report)}.${id}`),
    happeningsIn: ({ report }) => [...(inReport.get(reportKey(report)) ?? [])],
    copyOf: ({ report }) => copies.get(reportKey(report)),
    reportsOf: (happening) => tellers.get(happening)?.size ?? 0,
  };
}
