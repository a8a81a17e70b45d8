import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is being printed: what is drawn only as far as it is in sight has to be there whole by then. */
export function usePrinting(): boolean {
  const [isPrinting, set] = useState(false);
  useEffect(() => {
    // The browser prints what is there when the event is over.
    const before = () => flushSync(() => set(true));
    const after = () => set(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrinting;
}
