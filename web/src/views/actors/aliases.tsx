import type { ActorAnswer } from "../../api/actors.ts";
import { useWords } from "../../catalogue/words.tsx";

/** Other names under which the registry knows the party: by any of them it is recognised in a report. */
export function Aliases({ registry: { organisations } }: Pick<ActorAnswer, "registry">) {
  const t = useWords();
  const names = [...new Set(organisations.flatMap(({ name, aliases }) => [name, ...aliases]))];
  if (names.length === 0) return null;
  return (
    <>
      <h2>{t("actors.aliases")}</h2>
      <ul className="plain">
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
