/** Members and their answers from .NET. */
import { cpSync } from "node:fs";
import path from "node:path";
import { buildOnDotnet, printedOnDotnet, runBuilt } from "../dotnet.ts";
import { inGeneratedProject, inTemporaryFolder } from "../generated-project.ts";
import { packageRoot } from "../package-root.ts";
import { answersOf, memberProgram, rowAt } from "./program.ts";
import type { MemberRow } from "./rows.ts";

const catalogue = (): Promise<readonly MemberRow[]> =>
  inTemporaryFolder((folder) => {
    cpSync(path.join(packageRoot(), "pipeline", "members", "catalogue"), folder, { recursive: true });
    return printedOnDotnet(path.join(folder, "Catalogue.fsproj"))
      .split("\n")
      .flatMap((line) => {
        const [owner = "", member, expression] = line.split("\t");
        return member === undefined || expression === undefined ? [] : [{ owner, member, expression, answer: "" }];
      });
  });

/** What .NET prints, by row; nothing where F# does not accept some rows. */
interface Asked {
  readonly wrong: ReadonlySet<number>;
  readonly answers: ReadonlyMap<number, string>;
}

function ask(rows: readonly MemberRow[]): Promise<Asked> {
  const source = memberProgram(rows);
  return inGeneratedProject(
    source,
    (project): Asked => {
      const { said, built } = buildOnDotnet(project);
      if (built) return { wrong: new Set(), answers: answersOf(runBuilt(project)) };
      const wrong = new Set([...said.matchAll(/Program\.fs\((\d+),\d+\): error/g)].map((found) => rowAt(source, Number(found[1]))));
      if (wrong.size === 0) throw new Error(said);
      return { wrong, answers: new Map() };
    },
    { OtherFlags: "--maxerrors:100000" },
  );
}

/** What F# accepts of the catalogue, with .NET's answers. */
export async function askMembers(): Promise<readonly MemberRow[]> {
  for (let rows = await catalogue(); ; ) {
    const { wrong, answers } = await ask(rows);
    if (wrong.size === 0) return rows.flatMap((row, at) => (answers.has(at) ? [{ ...row, answer: answers.get(at) ?? "" }] : []));
    rows = rows.filter((_, at) => !wrong.has(at));
  }
}
