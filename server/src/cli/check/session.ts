import { dirname } from "node:path";
import type { Finding } from "../../check/rule.js";
import type { EarlierPlan } from "../../compare/comparePlans.js";
import type { Profile, TeamConfig } from "../../service/configModel.js";
import { createPlanService, type PlanService } from "../../service/planService.js";
import { type Call, given, text, texts } from "../command.js";
import type { EarlierFinder, SearchedDraft } from "../earlier/earlierFinder.js";
import { openTeamFile, teamFilePath } from "../files/teamConfig.js";

/** What one call checks with. Drafts under the same team's file share one service. */
export interface Session {
  readonly call: Call;
  /** The service for a draft: with the settings of its team's file, and the default ones where there is none. */
  serviceFor(file: string | undefined): Promise<PlanService>;
  /** What the draft's team's file says; undefined where there is none. */
  teamFor(file: string | undefined): Promise<TeamConfig | undefined>;
  /** The earlier years of a draft, where --against or else its team's file names any. What is unreadable is said once. */
  earlierFor(draft: SearchedDraft): Promise<readonly EarlierPlan[]>;
  /** Every finding of a draft, with what its earlier years say where any are named. */
  check(draft: SearchedDraft): Promise<readonly Finding[]>;
  finderFor(file: string | undefined): Promise<EarlierFinder>;
}

interface Prepared {
  readonly service: PlanService;
  readonly team: TeamConfig | undefined;
}

export function createSession(call: Call): Session {
  const paths = new Map<string, string | undefined>();
  const services = new Map<string, Promise<Prepared>>();
  const finders = new Map<string, Promise<EarlierFinder>>();
  const said = new Set<string>();
  const pathFor = (file: string | undefined): string => {
    const folder = file === undefined ? call.terminal.cwd : dirname(file);
    if (!paths.has(folder)) paths.set(folder, teamFilePath(folder, text(call, "config"), call.terminal.cwd));
    return paths.get(folder) ?? "";
  };
  const prepared = (file: string | undefined): Promise<Prepared> => {
    const path = pathFor(file);
    const known = services.get(path) ?? prepare(path, call);
    services.set(path, known);
    return known;
  };
  const finderFor = (file: string | undefined): Promise<EarlierFinder> => {
    const path = pathFor(file);
    const known = finders.get(path) ?? makeFinder(call, file, prepared(file));
    finders.set(path, known);
    return known;
  };
  const earlierFor = async (draft: SearchedDraft): Promise<readonly EarlierPlan[]> => {
    const asked = texts(call, "against");
    const places = asked.length > 0 ? asked : ((await prepared(draft.file)).team?.earlier ?? []);
    if (places.length === 0) return [];
    const { plans, unreadable } = await (await finderFor(draft.file)).among(places, draft);
    for (const { path, reason } of unreadable.filter((one) => !said.has(one.path))) {
      said.add(path);
      call.terminal.complain(`${path}: ${reason}`);
    }
    return plans;
  };
  return {
    call,
    serviceFor: async (file) => (await prepared(file)).service,
    teamFor: async (file) => (await prepared(file)).team,
    finderFor,
    earlierFor,
    async check(draft) {
      const { service } = await prepared(draft.file);
      const years = await earlierFor(draft);
      return service.check(
        draft.plan,
        years.length > 0 ? service.compare(draft.plan, years).earlier : undefined,
      );
    },
  };
}

async function prepare(path: string, call: Call): Promise<Prepared> {
  const { locale, terminal } = call;
  const profile = text(call, "profile") as Profile | undefined;
  const checks = given(call, "fix") || given(call, "fix-dry-run") ? "again" : "once";
  if (path === "" && profile === undefined)
    return { service: createPlanService({ locale, checks }), team: undefined };
  const [{ settingsOf }, { emptyConfig }] = await Promise.all([
    import("../../service/configMerge.js"),
    import("../../service/configModel.js"),
  ]);
  const team = path === "" ? undefined : (await openTeamFile(path, { terminal, locale })).config;
  return {
    service: createPlanService({ locale, checks, settings: settingsOf(team ?? emptyConfig, profile) }),
    team,
  };
}

async function makeFinder(
  call: Call,
  file: string | undefined,
  prepared: Promise<Prepared>,
): Promise<EarlierFinder> {
  const { createEarlierFinder } = await import("../earlier/earlierFinder.js");
  return createEarlierFinder(call, (await prepared).service, file);
}
