import { get } from "./client.ts";
import { ApiProblem } from "./problem.ts";

/** Between two looks whether the server is back. */
const AGAIN_MS = 2000;

/**
 * The code of a view. While the server is away it is waited for and what is on the screen stays, where the router alone would
 * load the page anew, into the browser's own page of errors. A server that answers and has no such file was brought up to
 * date: that is the router's to say.
 */
export async function whenThere<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (problem) {
    if (await answers()) throw problem;
  }
  do await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  while (!(await answers()));
  // A file that failed to load is not asked for twice by one page; the address is the new view's already.
  location.reload();
  return new Promise(() => undefined);
}

function answers(): Promise<boolean> {
  return get("status").then(
    () => true,
    (problem: unknown) => problem instanceof ApiProblem,
  );
}
