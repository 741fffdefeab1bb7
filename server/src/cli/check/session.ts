import { dirname, resolve } from "node:path";
import type { EarlierPlan } from "../../compare/comparePlans.js";
import type { Profile } from "../../service/configModel.js";
import { createPlanService, type PlanService } from "../../service/planService.js";
import { type Call, text } from "../command.js";
import { openTeamFile, teamFilePath } from "../files/teamConfig.js";

/** What one call checks with. Drafts under the same team's file share one service. */
export interface Session {
  readonly call: Call;
  /** The service for a draft: with the settings of its team's file, and the default ones where there is none. */
  serviceFor(file: string | undefined): Promise<PlanService>;
  /** The plans of earlier years that the draft's team's file names, without the draft itself. */
  earlierFor(file: string | undefined): Promise<readonly EarlierPlan[]>;
}

interface Prepared {
  readonly service: PlanService;
  readonly earlier: readonly EarlierPlan[];
}

export function createSession(call: Call): Session {
  const { locale, terminal } = call;
  const profile = text(call, "profile") as Profile | undefined;
  const services = new Map<string, Promise<Prepared>>();
  const paths = new Map<string, string | undefined>();
  const pathFor = (folder: string): string | undefined => {
    if (!paths.has(folder)) paths.set(folder, teamFilePath(folder, text(call, "config"), terminal.cwd));
    return paths.get(folder);
  };
  const make = async (path: string | undefined): Promise<Prepared> => {
    if (path === undefined && profile === undefined) {
      return { service: createPlanService({ locale }), earlier: [] };
    }
    const [{ settingsOf }, { emptyConfig }] = await Promise.all([
      import("../../service/configMerge.js"),
      import("../../service/configModel.js"),
    ]);
    const team = path === undefined ? undefined : await openTeamFile(path, { terminal, locale });
    const config = team?.config ?? emptyConfig;
    const service = createPlanService({ locale, settings: settingsOf(config, profile) });
    return { service, earlier: await earlierPlans(config.earlier, service, call) };
  };
  const prepared = (file: string | undefined): Promise<Prepared> => {
    const path = pathFor(file === undefined ? terminal.cwd : dirname(file));
    const known = services.get(path ?? "") ?? make(path);
    services.set(path ?? "", known);
    return known;
  };
  return {
    call,
    serviceFor: async (file) => (await prepared(file)).service,
    async earlierFor(file) {
      const { earlier } = await prepared(file);
      return earlier.filter((one) => file === undefined || resolve(terminal.cwd, one.name) !== file);
    },
  };
}

async function earlierPlans(
  places: readonly string[],
  service: PlanService,
  call: Call,
): Promise<readonly EarlierPlan[]> {
  if (places.length === 0) return [];
  const [{ readEarlier }, { sayUnreadable }] = await Promise.all([
    import("../inputs/readEarlier.js"),
    import("../inputs/readAll.js"),
  ]);
  const { plans, unreadable } = await readEarlier(places, service, call);
  sayUnreadable(unreadable, call);
  return plans;
}
