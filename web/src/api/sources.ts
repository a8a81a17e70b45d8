import { infiniteQueryOptions } from "@tanstack/react-query";
import type {
  OriginKind,
  OutletHead,
  Paged,
  SourceHead,
  Stances,
  UnnamedSources,
} from "../../../src/store/types.ts";
import { get } from "./client.ts";

export interface SourceAnswer extends SourceHead {
  readonly stances?: Stances;
}

export const outletsQuery = (by: OriginKind) => pages<OutletHead>("outlets", { by });
export const speakersQuery = pages<SourceAnswer>("sources", { with_stances: "true" });
export const unnamedQuery = pages<UnnamedSources>("sources/unnamed", {});

function pages<Item>(path: string, parameters: Readonly<Record<string, string>>) {
  return infiniteQueryOptions({
    queryKey: [path, parameters],
    queryFn: ({ pageParam, signal }) =>
      get<Paged<Item>>(path, { parameters: { ...parameters, size: "100", after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}
