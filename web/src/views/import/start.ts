/** Begins an import and shows what the server says if it will not; true if it began. */
export type Start = (begin: () => Promise<unknown>) => Promise<boolean>;
