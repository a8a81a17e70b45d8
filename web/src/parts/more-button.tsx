import type { UseInfiniteQueryResult } from "@tanstack/react-query";

type Pages = Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;

/** The way on in a list that is read a page at a time; gone at its end. */
export function MoreButton({ pages, words }: { readonly pages: Pages; readonly words: string }) {
  if (!pages.hasNextPage) return null;
  return (
    <button
      type="button"
      className="pill no-print"
      disabled={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {words}
    </button>
  );
}
