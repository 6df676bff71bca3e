/** Random programs as one F# project, so that .NET and Fable are started once for hundreds of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { generatedProject } from "../generated-project.ts";
import { preamble, writeProgram } from "./program.ts";

const perFile = 20;

const programName = (index: number): string => `Program${index}`;

/** The program of a seed, whatever else is in its batch. */
const programOf = (index: number, seed: number): string => {
  const [text] = fc.sample(
    fc.gen().map((g) => writeProgram(programName(index), (below) => g(fc.nat, { max: below - 1 }))),
    { seed, numRuns: 1 },
  );
  return text!;
};

/** Writes `count` programs of the seeds from `seed` on into a folder; gives the project's path. Each prints under a line `# its seed`. */
export function writeBatch(folder: string, count: number, seed: number): string {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const put = (name: string, text: string): void => {
    files.push(name);
    writeFileSync(path.join(folder, name), text);
  };
  put("Show.fs", `module Show\n\n${preamble}`);
  for (let first = 0; first < count; first += perFile) {
    const programs = Array.from({ length: Math.min(perFile, count - first) }, (_, i) => programOf(first + i, seed + first + i));
    put(`Programs${first}.fs`, `module Programs${first}\n\nopen Show\n\n${programs.join("\n")}`);
  }
  const calls = Array.from({ length: count }, (_, i) => `    printfn "# ${seed + i}"\n    Programs${i - (i % perFile)}.${programName(i)}.run ()\n`);
  put("Main.fs", `module Main\n\n[<EntryPoint>]\nlet main _ =\n${calls.join("")}    0\n`);
  const project = path.join(folder, "Generated.fsproj");
  writeFileSync(project, generatedProject(files, { TreatWarningsAsErrors: "false", WarningLevel: "0" }));
  return project;
}
