import type { ParticipantKind } from "../../record/participant.ts";
import type { AgentReading } from "./agent-at.ts";

/** Words of forces for single persons. */
const PERSONAL =
  /(?:officer|commander|man|woman|men|chief|leader|ruler|general|colonel|captain|lieutenant|sergeant|corporal|admiral|marshal|soldier|spokesman|official|keeper|trooper|agent|guard|sniper|pilot|sailor|conscript|recruit|cadet|reservist|marine|commando|mutineer|putschist|constable|detective|sheriff|cop|jailer|enforcer|member|plotter|commissioner|expert|ranger)$/;

/** What sort of participant a common noun names. */
export function kindOf({ agent, sector }: AgentReading, plural: boolean): ParticipantKind {
  switch (agent.class) {
    case "organ":
      return /^(?:judge|justice|magistrate|.*prosecutor|lawmaker|.*senator|speaker|juror)$/.test(agent.noun)
        ? "role"
        : "organ";
    case "state":
      return "state";
    case "force":
      if (/source$/.test(agent.noun)) return "unnamed";
      return PERSONAL.test(agent.noun) ? (plural ? "population" : "role") : "organ";
    case "armed":
      return plural || /group|militia|army|movement|force|front|wing|cell/.test(agent.noun)
        ? "armed-group"
        : "role";
    case "organisation":
      return /(?:er|or|ist|man|woman|executive|ceo|oligarch|tycoon)$/.test(agent.noun) &&
        !plural &&
        sector !== "JRN"
        ? "role"
        : "organisation";
    case "people":
      if (
        /(?:^opposition|party|group|movement|coalition|alliance|university|hospital|church|school|college)$/.test(
          agent.noun,
        )
      ) {
        return "organisation";
      }
      return plural ? "population" : "role";
    case "unnamed":
      return "unnamed";
    default:
      return "role";
  }
}
