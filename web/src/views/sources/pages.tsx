import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Paged } from "../../../../src/store/types.ts";
import { useWords } from "../../catalogue/words.tsx";
import { MoreButton } from "../../parts/more-button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";

interface PagesProps<Item> {
  readonly pages: UseInfiniteQueryResult<InfiniteData<Paged<Item>>>;
  /** What stands there if there is nothing. */
  readonly none: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list that is read a page at a time: what is there, what is in the way, and the way on. */
export function Pages<Item>({ pages, none, children }: PagesProps<Item>) {
  const t = useWords();
  const { data, error, refetch } = pages;
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!items && !error && <Loading />}
      {items?.length === 0 && none}
      {items && items.length > 0 && children(items)}
      <MoreButton pages={pages} words={t("sources.more")} />
    </>
  );
}
