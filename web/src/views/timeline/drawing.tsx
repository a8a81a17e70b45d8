import { useRef } from "react";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { BandOfBars } from "./band-of-bars.tsx";
import { Brush } from "./brush.tsx";
import type { Bucket } from "./buckets.ts";
import type { Days } from "./intervals.ts";
import { RowOfBars } from "./row-of-bars.tsx";
import type { Band, TimelineRow } from "./rows.ts";
import { Ticks } from "./ticks.tsx";

interface DrawingProps {
  /** The whole time of the filter: what is brushed over. */
  readonly whole: Days;
  readonly bands: readonly Band[];
  readonly bucket: Bucket;
  /** The stretch that is chosen: what the rows are drawn on. */
  readonly axis: Days;
  readonly rows: readonly TimelineRow[];
}

/** All events by how sharply they are dated, to brush over; under them those of the chosen stretch, one row a happening. */
export function Drawing({ whole, bands, bucket, axis, rows }: DrawingProps) {
  const list = useRef<HTMLOListElement>(null);
  useRowKeys(list);
  const isZoomed = whole.from !== axis.from || whole.to !== axis.to;
  return (
    <div className="timeline">
      <Brush axis={whole} bucket={bucket}>
        {bands.map((band) => (
          <BandOfBars key={band.sharpness} band={band} axis={whole} />
        ))}
      </Brush>
      <Ticks axis={whole} />
      {isZoomed && rows.length > 0 && <Ticks axis={axis} />}
      <ol className="timeline-rows" ref={list}>
        {rows.map((row) => (
          <RowOfBars key={row.key} row={row} axis={axis} />
        ))}
      </ol>
    </div>
  );
}
