import type { CodedReport } from "../record/coded-report.ts";
import { withOffsets } from "./offsets.ts";
import { type Profile, type Redacted, redact } from "./profile.ts";

export interface Reader {
  readonly profile: Profile;
  /** Events of less confidence are left out, 0 to 1. */
  readonly threshold: number;
}

/** A coded report as a reader may see it: offsets in code points, sure enough, redacted. */
export function shown(coded: CodedReport, { profile, threshold }: Reader): Redacted {
  const events = coded.events.filter(({ confidence }) => confidence.event >= threshold);
  return redact(withOffsets({ ...coded, events }, "code-points"), profile);
}
