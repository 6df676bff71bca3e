/** .NET, which says what programs print: projects of one program, built beside themselves. */
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";

const quiet = { env: { ...process.env, TZ: "UTC", DOTNET_NOLOGO: "1", DOTNET_CLI_TELEMETRY_OPTOUT: "1" }, encoding: "utf8", maxBuffer: 1 << 28 } as const;

const builtFolder = (project: string): string => path.join(path.dirname(project), "out");

/** Builds a project in Release: what the build says, and whether it succeeded. */
export function buildOnDotnet(project: string): { readonly said: string; readonly built: boolean } {
  const { stdout, status } = spawnSync("dotnet", ["build", project, "-c", "Release", "-o", builtFolder(project)], quiet);
  return { said: stdout, built: status === 0 };
}

/** What the program prints that was built of a project. */
export const runBuilt = (project: string): string => execFileSync("dotnet", [path.join(builtFolder(project), `${path.basename(project, ".fsproj")}.dll`)], quiet);

/** Builds and runs. @throws Error with what the build says. */
export function printedOnDotnet(project: string): string {
  const { said, built } = buildOnDotnet(project);
  if (!built) throw new Error(said);
  return runBuilt(project);
}
