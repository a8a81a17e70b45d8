import { useWords } from "../../catalogue/words.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import type { QueueOrder } from "./outbox.ts";
import { secondsAnItem } from "./pace.ts";
import { useReviewer } from "./reviewer.ts";
import { today, usePace } from "./use-pace.ts";

/** In the order of the store's queues. */
const ORDERS = [
  "uncertain",
  "impact",
  "random",
  "second",
  "disagreement",
] as const satisfies readonly QueueOrder[];

export function isOrder(value: string | undefined): value is QueueOrder {
  return ORDERS.some((order) => order === value);
}

interface QueuesProps {
  readonly order: QueueOrder;
  readonly at: number;
  readonly total: number;
}

/** Which queue, how far, how fast, and in whose name. */
export function Queues({ order, at, total }: QueuesProps) {
  const t = useWords();
  const [, change] = useSearchState();
  const seconds = secondsAnItem(usePace(), today());
  const { reviewer, isFree, rename } = useReviewer();
  return (
    <div className="bar queues">
      <label>
        {t("review.queue")}{" "}
        <select value={order} onChange={({ target }) => change({ order: target.value })}>
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {t(`review.order.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <span className="meta">
        {total > 0 && t("review.at", { at: Math.min(at + 1, total), count: total })}
        {seconds !== undefined && ` · ${t("review.pace", { seconds })}`}
        {order === "second" && ` · ${t("review.blind")}`}
      </span>
      {isFree && (
        <label className="push-end">
          {t("review.reviewer")}{" "}
          <input
            key={reviewer ?? ""}
            defaultValue={reviewer ?? ""}
            size={12}
            dir="auto"
            autoComplete="off"
            onBlur={({ target }) => rename(target.value)}
            onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
          />
        </label>
      )}
    </div>
  );
}
