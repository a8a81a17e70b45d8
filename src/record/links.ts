/** Where a report and its events stand among others, if reports were set beside each other. */
export interface RecordLinks {
  readonly story?: string;
  /** The id of the record whose text this one repeats. */
  readonly copyOf?: string;
  /** The happening of an event, by the event's id in the record. */
  readonly happenings: ReadonlyMap<string, string>;
}
