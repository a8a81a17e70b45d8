/** The views of the header, in the order of a day's work, with the action whose keys lead there. */
export const MAIN_VIEWS = [
  ["/today", "view.today", "goToday"],
  ["/reports", "view.reports", "goReports"],
  ["/events", "view.events", "goEvents"],
  ["/claims", "view.claims", "goClaims"],
  ["/timeline", "view.timeline", "goTimeline"],
  ["/map", "view.map", "goMap"],
  ["/actors", "view.actors", "goActors"],
  ["/review", "view.review", "goReview"],
] as const;

/** What is done less often: at the end of the header, or behind "more" where it is narrow. */
export const MORE_VIEWS = [
  ["/import", "view.import", "goImport"],
  ["/export", "view.export", "goExport"],
  ["/brief", "view.brief", "goBrief"],
  ["/sources", "view.sources", "goSources"],
  ["/agreement", "view.agreement", undefined],
  ["/evaluation", "view.evaluation", undefined],
  ["/settings", "view.settings", "goSettings"],
] as const;
