/**
 * Does something again and again until it is stopped, never twice at once; stopping waits for what is under way. What
 * goes wrong is told on standard error under the name, and the next round comes all the same.
 */
export function startRounds(
  name: string,
  everyMs: number,
  round: () => Promise<unknown>,
): () => Promise<void> {
  let under: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    under ??= round()
      .catch((problem: Error) => process.stderr.write(`${name}: ${problem.message}\n`))
      .finally(() => {
        under = undefined;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
