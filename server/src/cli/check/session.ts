import { dirname } from "node:path";
import type { Profile } from "../../service/configModel.js";
import { createPlanService, type PlanService } from "../../service/planService.js";
import { type Call, text } from "../command.js";
import { openTeamFile, teamFilePath } from "../files/teamConfig.js";

/** What one call checks with. Drafts under the same team's file share one service. */
export interface Session {
  readonly call: Call;
  /** The service for a draft: with the settings of its team's file, and the default ones where there is none. */
  serviceFor(file: string | undefined): Promise<PlanService>;
}

export function createSession(call: Call): Session {
  const { locale, terminal } = call;
  const profile = text(call, "profile") as Profile | undefined;
  const services = new Map<string, Promise<PlanService>>();
  const paths = new Map<string, string | undefined>();
  const pathFor = (folder: string): string | undefined => {
    if (!paths.has(folder)) paths.set(folder, teamFilePath(folder, text(call, "config"), terminal.cwd));
    return paths.get(folder);
  };
  const make = async (path: string | undefined): Promise<PlanService> => {
    if (path === undefined && profile === undefined) return createPlanService({ locale });
    const [{ settingsOf }, { emptyConfig }] = await Promise.all([
      import("../../service/configMerge.js"),
      import("../../service/configModel.js"),
    ]);
    const team = path === undefined ? undefined : await openTeamFile(path, { terminal, locale });
    return createPlanService({ locale, settings: settingsOf(team?.config ?? emptyConfig, profile) });
  };
  return {
    call,
    serviceFor(file) {
      const path = pathFor(file === undefined ? terminal.cwd : dirname(file));
      const known = services.get(path ?? "") ?? make(path);
      services.set(path ?? "", known);
      return known;
    },
  };
}
