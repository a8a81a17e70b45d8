import { CATALOGUE } from "../text/error-catalogue.ts";

/** As much of an OpenAPI document as the page shows. */
interface Described {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, unknown>>;
}
interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly items?: { readonly type?: string; readonly enum?: readonly unknown[] };
    readonly minimum?: number;
    readonly maximum?: number;
  };
}
interface Entry extends Operation {
  readonly method: string;
  readonly path: string;
}

/** The OpenAPI document as a page that needs nothing from elsewhere, and the errors with their cures. */
export function docsPage(document: Described): string {
  const entries = entriesOf(document);
  const tags = [...new Set(entries.flatMap(({ tags = [] }) => tags))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(document.info.title)}: the API</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/api/v1/docs.css">
</head>
<body>
<header>
<h1>${text(document.info.title)} <small>API ${text(document.info.version)}</small></h1>
<p>${text(document.info.description ?? "")} The same for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<nav aria-label="Parts">${tags.map((tag) => `<a href="#${text(tag)}">${text(tag)}</a>`).join(" ")} <a href="#errors">errors</a></nav>
</header>
<main>
${tags.map((tag) => section(tag, entries)).join("\n")}
${errorSection()}
</main>
</body>
</html>
`;
}

function entriesOf({ paths = {} }: Described): readonly Entry[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

function section(tag: string, entries: readonly Entry[]): string {
  const own = entries.filter(({ tags }) => tags?.includes(tag));
  return `<section id="${text(tag)}"><h2>${text(tag)}</h2>\n${own.map(article).join("\n")}</section>`;
}

function article(entry: Entry): string {
  const bodies = Object.keys(entry.requestBody?.content ?? {});
  return `<article>
<h3><code><b>${entry.method}</b> ${text(entry.path)}</code></h3>
<p><strong>${text(entry.summary ?? "")}.</strong> ${text(entry.description ?? "")}</p>
${bodies.length === 0 ? "" : `<p>Body: ${bodies.map((type) => `<code>${text(type)}</code>`).join(" or ")}</p>`}
${parameterTable(entry.parameters ?? [])}
<dl>${Object.entries(entry.responses ?? {})
    .map(([status, { description = "" }]) => `<dt>${text(status)}</dt><dd>${text(description)}</dd>`)
    .join("")}</dl>
</article>`;
}

function parameterTable(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return "";
  const rows = parameters.map(
    ({ name, in: where, required, description = "", schema }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${text(where)}${required ? ", needed" : ""}</td>` +
      `<td>${text(description)} <span>${text(valuesOf(schema))}</span></td></tr>`,
  );
  return `<table><thead><tr><th scope="col">parameter</th><th scope="col">in</th><th scope="col">holds</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function valuesOf(schema: Parameter["schema"]): string {
  const values = schema?.enum ?? schema?.items?.enum;
  if (values !== undefined) return values.join(" · ");
  if (schema?.minimum !== undefined) return `${schema.minimum} to ${schema.maximum}`;
  return "";
}

function errorSection(): string {
  const rows = Object.entries(CATALOGUE).map(
    ([code, { message, cure }]) =>
      `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${text(message)}</td><td>${text(cure)}</td></tr>`,
  );
  return `<section id="errors"><h2>errors</h2>
<p>What fails is answered as <code>application/problem+json</code> (RFC 9457) with the code, what was seen, what is allowed, and the cure.</p>
<table><thead><tr><th scope="col">code</th><th scope="col">says</th><th scope="col">what to do</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></section>`;
}

function text(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
