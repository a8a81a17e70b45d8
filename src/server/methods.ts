import { type ApiDocument, operationsOf } from "./house-answers.ts";

/** The methods that an address of the document takes, in capitals; none for an address that it does not have. */
export function methodsOf(document: ApiDocument): (path: string) => readonly string[] {
  const known = Object.entries(document.paths ?? {}).map(([template, item]) => ({
    pattern: new RegExp(
      `^${template
        .split(/\{\w+\}/)
        .map(quoted)
        .join("[^/]+")}$`,
    ),
    methods: operationsOf(item).map(([method]) => method.toUpperCase()),
  }));
  return (path) => {
    const all = new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods));
    // What is read can be asked for without its body.
    return all.has("GET") ? [...all, "HEAD"] : [...all];
  };
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
