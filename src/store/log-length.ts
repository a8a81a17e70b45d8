/** In bytes; PGlite keeps every file of its log until a checkpoint, and has no process of its own that makes one. */
const LONGEST_LOG = 256 * 2 ** 20;

type Query = (words: string) => Promise<{ readonly rows: readonly unknown[] }>;

/** Bytes logged since the last checkpoint. */
export async function logLength(query: Query): Promise<number> {
  const { rows } = await query(
    "select pg_current_wal_insert_lsn() - redo_lsn as bytes from pg_control_checkpoint()",
  );
  return Number((rows[0] as { readonly bytes: unknown }).bytes);
}

/** Makes a checkpoint where the log has grown long: without it a store takes three times its room on the disk. */
export async function keepLogShort(query: Query, longest = LONGEST_LOG): Promise<void> {
  if ((await logLength(query)) > longest) await query("checkpoint");
}
