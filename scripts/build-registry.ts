/**
 * Builds src/knowledge/data/persons.tsv and src/knowledge/data/ucdp-groups.tsv at package time. Not run by users:
 * both files are in the repository.
 *
 *   tsx scripts/build-registry.ts FOLDER
 *
 * FOLDER holds office_holders.csv, people.jsonl, heads_of_state_government_2021_2022.csv (results of queries to
 * Wikidata, CC0, of 2022-07 to 2023-01) and ucdp-actor-221.csv (UCDP Actor Dataset 22.1, CC BY 4.0).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCountries } from "../src/knowledge/countries.ts";
import { packageFile } from "../src/text/package-files.ts";
import { groupLines } from "./registry-groups.ts";
import { personLines } from "./registry-persons.ts";

const folder = process.argv[2] ?? "";
const source = (name: string): string => readFileSync(join(folder, name), "utf8").replace(/^\ufeff/, "");
const countries = loadCountries();

const PERSONS_HEAD = `# Persons who held an office of state, with their tenures: results of queries to Wikidata (CC0), taken between 2022-07
# and 2023-01. Built by scripts/build-registry.ts, not edited by hand; later holders are in leaders.tsv and office-holders.tsv.
# tenures: position@start..end, joined by |; dates are years, months or days; no end = open when the data were taken.
# A position with =ISO in front of the @ is held for another country than that of the row.
# keys: the folded names (foldName), joined by |, so that loading needs no folding.
keys	qid	name	aliases	country	tenures
`;
const GROUPS_HEAD = `# Non-state armed groups of the UCDP Actor Dataset 22.1 (1946-2021), CC BY 4.0: Pettersson, Therese (2022) UCDP Actor
# Dataset Codebook v 22.1; Davies, Pettersson & Oberg (2022). Built by scripts/build-registry.ts, not edited by hand.
# Groups written by hand in armed-groups.tsv come first. Columns as there.
id	name	aliases	kind	country	sector	from	to	source
`;

const write = (name: string, head: string, lines: readonly string[]): void =>
  writeFileSync(packageFile(`src/knowledge/data/${name}`), `${head}${lines.join("\n")}\n`);

write("persons.tsv", PERSONS_HEAD, personLines(source, countries));
write("ucdp-groups.tsv", GROUPS_HEAD, groupLines(source("ucdp-actor-221.csv"), countries));
