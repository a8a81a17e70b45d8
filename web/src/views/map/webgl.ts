/** Whether this browser can draw a map: some machines and some browsers for privacy cannot. */
export function hasWebGl(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    // A browser that forbids it by throwing: the list says the same.
    return false;
  }
}
