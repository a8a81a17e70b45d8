import { afterAll, beforeAll, describe } from "vitest";
import { findChromium } from "./chromium.ts";
import { type Desk, openDesk } from "./harness.ts";
import { briefStories } from "./stories/brief.ts";
import { claimsStories } from "./stories/claims.ts";
import { evaluationStories } from "./stories/evaluation.ts";
import { everyView } from "./stories/every-view.ts";
import { exportStories } from "./stories/exports.ts";
import { happeningStories } from "./stories/happenings.ts";
import { importStories } from "./stories/imports.ts";
import { keys } from "./stories/keys.ts";
import { placesStories } from "./stories/places.ts";
import { reader } from "./stories/reader.ts";
import { receipt } from "./stories/receipt.ts";
import { reviewStories } from "./stories/review.ts";
import { secondCoderStories } from "./stories/second-coder.ts";
import { sourceStories } from "./stories/sources.ts";
import { storyStories } from "./stories/story.ts";
import { tenReviews } from "./stories/ten-reviews.ts";
import { todayStories } from "./stories/today.ts";

const chromium = findChromium();
const skipped = "skipped: no Chromium on PATH, and KHALDUN_TEST_CHROMIUM names none";

/** One browser and one server for all stories: opening them takes longer than most. A new story is one more line here. */
describe.skipIf(chromium === undefined)(`the desk in a browser${chromium ? "" : ` (${skipped})`}`, () => {
  let desk: Desk | undefined;
  beforeAll(async () => {
    desk = await openDesk(chromium!);
  });
  afterAll(async () => {
    await desk?.close();
  });
  const given = (): Desk => desk!;

  describe("receipt", () => receipt(given));
  describe("reader", () => reader(given));
  describe("export", () => exportStories(given));
  describe("keys", () => keys(given));
  describe("claims", () => claimsStories(given));
  describe("places", () => placesStories(given));
  describe("brief", () => briefStories(given));
  describe("sources", () => sourceStories(given));
  describe("every view", () => everyView(given));
  // Last: they change the store.
  describe("second coder", () => secondCoderStories(given));
  describe("review", () => reviewStories(given));
  describe("ten reviews", () => tenReviews(given));
  describe("happenings", () => happeningStories(given));
  describe("evaluation", () => evaluationStories(given));
  describe("story", () => storyStories(given));
  describe("import", () => importStories(given));
  describe("today", () => todayStories(given));
});
