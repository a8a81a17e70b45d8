export interface SavedView {
  readonly name: string;
  /** The query of its address. */
  readonly address: string;
}

const PLACE = "khaldun.views";

/** Views that were saved in this browser. */
export function keptViews(): readonly SavedView[] {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "[]") as unknown;
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

export function keepViews(views: readonly SavedView[]): void {
  localStorage.setItem(PLACE, JSON.stringify(views));
}

function isView(value: unknown): value is SavedView {
  const { name, address } = (value ?? {}) as Partial<SavedView>;
  return typeof name === "string" && typeof address === "string";
}
