import { useWords } from "../../catalogue/words.tsx";
import { ROLES } from "../../parts/marks.ts";
import { Tag } from "../../parts/tag.tsx";

const CERTAINTIES = ["stated", "claimed", "possible", "denied"] as const;

/** What the lines and the letters mean; on paper too. */
export function Legend() {
  const t = useWords();
  return (
    <div className="foot legend">
      <p>
        {t("reader.legend")}{" "}
        {CERTAINTIES.map((certainty) => (
          <mark key={certainty} className={`actor ${certainty} lane0`}>
            {t(`certainty.${certainty}`)}
          </mark>
        ))}
      </p>
      <p>
        {ROLES.filter((role) => role !== "event").map((role) => (
          <span key={role} className="legend-role">
            <Tag ink={role} /> {t(`role.${role}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
