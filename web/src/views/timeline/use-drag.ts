import { type PointerEvent, type RefObject, useRef, useState } from "react";

/** Pixels: less is a click, on whatever lies under it. */
const LEAST = 5;

/** From where to where, as shares of the track from the side where reading begins. */
export interface Drag {
  readonly from: number;
  readonly to: number;
}

/**
 * Dragging along a track with mouse, pen or finger. What is marked `data-anchor` drags from that share of the track: one end
 * of a stretch, the other stays. A drag that the browser breaks off counts for nothing.
 */
export function useDrag(track: RefObject<HTMLElement | null>, onDone: (drag: Drag) => void) {
  const begun = useRef<{ readonly x: number; readonly pointer: number; readonly share: number }>(undefined);
  const [drag, setDrag] = useState<Drag>();
  const shareOf = (x: number): number => {
    const { left, right, width } = track.current!.getBoundingClientRect();
    const isRtl = getComputedStyle(track.current!).direction === "rtl";
    return (isRtl ? right - x : x - left) / width;
  };
  const end = () => {
    begun.current = undefined;
    setDrag(undefined);
  };
  const handlers = {
    onPointerDown: ({ clientX, pointerId, isPrimary, button, target }: PointerEvent) => {
      if (!isPrimary || button !== 0 || !track.current) return;
      const anchor = target instanceof HTMLElement ? target.dataset.anchor : undefined;
      const share = anchor === undefined ? shareOf(clientX) : Number(anchor);
      begun.current = { x: clientX, pointer: pointerId, share };
    },
    onPointerMove: ({ clientX, pointerId, currentTarget }: PointerEvent) => {
      const start = begun.current;
      if (start?.pointer !== pointerId || (!drag && Math.abs(clientX - start.x) < LEAST)) return;
      if (!drag) currentTarget.setPointerCapture(pointerId);
      setDrag({ from: start.share, to: shareOf(clientX) });
    },
    onPointerUp: () => {
      if (drag) onDone(drag);
      end();
    },
    onPointerCancel: end,
  };
  return { drag, handlers };
}
