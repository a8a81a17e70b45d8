/** What `npm run bench -- NAME` hands to a benchmark. */
export interface BenchOptions {
  /** Folder with the data beside the project; default `../shared`. */
  readonly data: string;
  /** Further words of the command line. */
  readonly rest: readonly string[];
}

/** One measured number. A figure without a floor is for information. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly floor?: number;
  readonly goal?: number;
  /** How many cases it rests on. */
  readonly n?: number;
  /** Digits after the point; default 3. */
  readonly digits?: number;
  /** True for time and memory: the floor is then the most allowed. */
  readonly lowerIsBetter?: boolean;
}

export interface BenchResult {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Lines for people: what was wrong where. Not part of the JSON. */
  readonly details?: readonly string[];
}

/** Every `benchmarks/<name>/index.ts` exports `run` of this type. It throws if its data is missing or empty. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>;

/** An aligned table of the figures, with the verdict against floor and goal. */
export function table(result: BenchResult): string {
  const rows = result.figures.map((figure) => {
    const digits = figure.digits ?? 3;
    const show = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(digits));
    return [
      figure.name,
      show(figure.value),
      show(figure.floor),
      show(figure.goal),
      figure.n === undefined ? "" : String(figure.n),
      verdict(figure),
    ];
  });
  const head = ["figure", "value", "floor", "goal", "n", ""];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ")
      .trimEnd();
  return [result.title, line(head), ...rows.map(line)].join("\n");
}

function verdict(figure: Figure): string {
  const reaches = (mark: number): boolean =>
    figure.lowerIsBetter ? figure.value <= mark : figure.value >= mark;
  if (figure.goal !== undefined && reaches(figure.goal)) return "goal";
  if (figure.floor === undefined) return "";
  return reaches(figure.floor) ? "floor" : "below";
}
