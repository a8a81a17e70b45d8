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
  /** From the next input to the frame after the rows changed, or after something appeared. */
  untilShown: (rows, appears) =>
    new Promise((resolve) => {
      const before = document.querySelector(rows)?.textContent;
      let input;
      for (const type of ["pointerdown", "keydown", "wheel", "change"])
        addEventListener(type, (event) => (input ??= event.timeStamp), { capture: true });
      const timer = setInterval(() => {
        const text = document.querySelector(rows)?.textContent;
        const isShown = appears ? document.querySelector(appears) !== null : text && text !== before;
        if (!isShown || input === undefined) return;
        clearInterval(timer);
        requestAnimationFrame((frame) => resolve(Math.max(0, frame - input)));
      }, 4);
    }),
};
