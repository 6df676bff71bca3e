/** Members and their answers from .NET. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inGeneratedProject } from "../generated-project.ts";
import { packageRoot } from "../package-root.ts";
import { answersOf, memberProgram, rowAt } from "./program.ts";
import type { MemberRow } from "./rows.ts";

const env = { ...process.env, TZ: "UTC", DOTNET_NOLOGO: "1", DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };

/** Builds a project into `out` beside it; the lines of its one program that F# does not accept. */
function build(project: string): readonly number[] {
  const { stdout, status } = spawnSync("dotnet", ["build", project, "-c", "Release", "-o", path.join(path.dirname(project), "out")], { env, encoding: "utf8", maxBuffer: 1 << 28 });
  const lines = [...stdout.matchAll(/Program\.fs\((\d+),\d+\): error/g)].map((found) => Number(found[1]));
  if (status !== 0 && lines.length === 0) throw new Error(stdout);
  return lines;
}

const run = (folder: string, name: string): string => execFileSync("dotnet", [path.join(folder, "out", `${name}.dll`)], { env, encoding: "utf8", maxBuffer: 1 << 28 });

function catalogue(): readonly MemberRow[] {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-members-"));
  try {
    cpSync(path.join(packageRoot(), "pipeline", "members", "catalogue"), folder, { recursive: true });
    build(path.join(folder, "Catalogue.fsproj"));
    const lines = run(folder, "Catalogue").split("\n");
    return lines.flatMap((line) => {
      const [owner = "", member, expression] = line.split("\t");
      return member === undefined || expression === undefined ? [] : [{ owner, member, expression, answer: "" }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What F# accepts of the catalogue, with .NET's answers. */
export async function askMembers(): Promise<readonly MemberRow[]> {
  let rows = catalogue();
  for (;;) {
    const source = memberProgram(rows);
    const answers = await inGeneratedProject(
      source,
      (project, folder) => {
        const wrong = new Set(build(project).map((line) => rowAt(source, line)));
        if (wrong.size === 0) return answersOf(run(folder, "Program"));
        rows = rows.filter((_, at) => !wrong.has(at));
        return undefined;
      },
      { OtherFlags: "--maxerrors:100000" },
    );
    if (answers !== undefined) return rows.flatMap((row, at) => (answers.has(at) ? [{ ...row, answer: answers.get(at) ?? "" }] : []));
  }
}
