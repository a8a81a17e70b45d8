// Runs in the page of the desk: what only the browser knows of its own times, in milliseconds.
globalThis.bench = {
  /** When the largest part of the page was painted; asked for once everything is loaded. */
  largestPaint: () =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
        type: "largest-contentful-paint",
        buffered: true,
      });
    }),
  /** Once the rows have stood still for a while: what still comes in belongs to the act before. */
  calm: (rows, milliseconds) =>
    new Promise((resolve) => {
      let [text, since] = [undefined, 0];
      const timer = setInterval(() => {
        const now = document.querySelector(rows)?.textContent;
        if (now !== text || !now) [text, since] = [now, performance.now()];
        else if (performance.now() - since > milliseconds) {
          clearInterval(timer);
          resolve();
        }
      }, 20);
    }),
  /**
   * From the next input to the frame after the rows changed, or after something appeared; null if nothing did for
   * `patience` milliseconds: a store of few events does not scroll.
   */
  untilShown: (rows, appears, patience) =>
    new Promise((resolve) => {
      const before = document.querySelector(rows)?.textContent;
      let input;
      for (const type of ["pointerdown", "keydown", "wheel", "change"])
        addEventListener(type, (event) => (input ??= event.timeStamp), { capture: true });
      const begun = performance.now();
      const timer = setInterval(() => {
        if (performance.now() - begun > patience) {
          clearInterval(timer);
          resolve(null);
        }
        const text = document.querySelector(rows)?.textContent;
        const isShown = appears ? document.querySelector(appears) !== null : text && text !== before;
        if (!isShown || input === undefined) return;
        clearInterval(timer);
        requestAnimationFrame((frame) => resolve(Math.max(0, frame - input)));
      }, 4);
    }),
};
