import { type ReactNode, useRef } from "react";
import { useRowKeys } from "./use-row-keys.ts";

/** A list as a table whose rows the keys for the next and the previous one reach; it scrolls by itself where it is wide. */
export function RowTable({
  heads,
  children,
}: {
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>{children}</tbody>
      </table>
    </div>
  );
}
