import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { whenThere } from "./api/when-there.ts";
import { Failed } from "./parts/states.tsx";
import { parseSearch, type Search, writeSearch } from "./search.ts";
import { Shell } from "./shell/shell.tsx";
import { Unknown } from "./shell/unknown.tsx";
import { askedIn as eventsAskedIn, pagesQuery } from "./views/events/asked.ts";
import { askedIn, todayQuery } from "./views/today/asked.ts";

interface RouterContext {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  notFoundComponent: Unknown,
  errorComponent: ({ error }) => <Failed error={error} />,
});

const parent = { getParentRoute: () => root } as const;

/** Every view, loaded when it is opened. A view is named by its address; its folder exports one component. */
const routes = [
  createRoute({
    ...parent,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: "/today", replace: true });
    },
  }),
  createRoute({
    ...parent,
    path: "/today",
    // Asked for while the view's own code is still on its way.
    loaderDeps: ({ search }) => search,
    loader: ({ context: { queries }, deps }) => void queries.prefetchQuery(todayQuery(askedIn(deps))),
    component: lazyRouteComponent(() => whenThere(() => import("./views/today/view.tsx")), "TodayView"),
  }),
  createRoute({
    ...parent,
    path: "/stories/$id",
    component: lazyRouteComponent(() => whenThere(() => import("./views/story/view.tsx")), "StoryView"),
  }),
  createRoute({
    ...parent,
    path: "/reports",
    component: lazyRouteComponent(() => whenThere(() => import("./views/reports/view.tsx")), "ReportsView"),
  }),
  createRoute({
    ...parent,
    path: "/reports/$key",
    component: lazyRouteComponent(() => whenThere(() => import("./views/reader/view.tsx")), "ReaderView"),
  }),
  createRoute({
    ...parent,
    path: "/events",
    // Asked for before the view draws itself anew, and the first time while its code is still on its way.
    loaderDeps: ({ search }) => search,
    loader: ({ context: { queries }, deps }) =>
      void queries.prefetchInfiniteQuery(pagesQuery(eventsAskedIn(deps))),
    component: lazyRouteComponent(() => whenThere(() => import("./views/events/view.tsx")), "EventsView"),
  }),
  createRoute({
    ...parent,
    path: "/claims",
    component: lazyRouteComponent(() => whenThere(() => import("./views/claims/list.tsx")), "ClaimsListView"),
  }),
  createRoute({
    ...parent,
    path: "/claims/$story",
    component: lazyRouteComponent(() => whenThere(() => import("./views/claims/view.tsx")), "ClaimsView"),
  }),
  createRoute({
    ...parent,
    path: "/timeline",
    component: lazyRouteComponent(() => whenThere(() => import("./views/timeline/view.tsx")), "TimelineView"),
  }),
  createRoute({
    ...parent,
    path: "/map",
    component: lazyRouteComponent(() => whenThere(() => import("./views/map/view.tsx")), "MapView"),
  }),
  createRoute({
    ...parent,
    path: "/actors",
    component: lazyRouteComponent(() => whenThere(() => import("./views/actors/list.tsx")), "ActorsView"),
  }),
  createRoute({
    ...parent,
    path: "/actors/$id",
    component: lazyRouteComponent(() => whenThere(() => import("./views/actors/view.tsx")), "ActorView"),
  }),
  createRoute({
    ...parent,
    path: "/review",
    component: lazyRouteComponent(() => whenThere(() => import("./views/review/view.tsx")), "ReviewView"),
  }),
  createRoute({
    ...parent,
    path: "/agreement",
    component: lazyRouteComponent(
      () => whenThere(() => import("./views/agreement/view.tsx")),
      "AgreementView",
    ),
  }),
  createRoute({
    ...parent,
    path: "/evaluation",
    component: lazyRouteComponent(
      () => whenThere(() => import("./views/evaluation/view.tsx")),
      "EvaluationView",
    ),
  }),
  createRoute({
    ...parent,
    path: "/import",
    component: lazyRouteComponent(() => whenThere(() => import("./views/import/view.tsx")), "ImportView"),
  }),
  createRoute({
    ...parent,
    path: "/export",
    component: lazyRouteComponent(() => whenThere(() => import("./views/export/view.tsx")), "ExportView"),
  }),
  createRoute({
    ...parent,
    path: "/brief",
    component: lazyRouteComponent(() => whenThere(() => import("./views/brief/view.tsx")), "BriefView"),
  }),
  createRoute({
    ...parent,
    path: "/sources",
    component: lazyRouteComponent(() => whenThere(() => import("./views/sources/view.tsx")), "SourcesView"),
  }),
  createRoute({
    ...parent,
    path: "/settings",
    component: lazyRouteComponent(() => whenThere(() => import("./views/settings/view.tsx")), "SettingsView"),
  }),
] as const;

export function createDeskRouter(queries: QueryClient) {
  return createRouter({
    context: { queries },
    routeTree: root.addChildren(routes),
    defaultPreload: "intent",
    parseSearch: (query) => parseSearch(query) as Record<string, unknown>,
    stringifySearch: (search) => writeSearch(search as Search),
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
