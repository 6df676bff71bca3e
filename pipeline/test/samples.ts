/** The samples: every folder below `samples/` with a project and `expected/output.txt`, taken from real .NET. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../package-root.ts";

export interface Sample {
  readonly name: string;
  readonly project: string;
  /** Whether the project is the first of those that differ in the names of their files only. */
  readonly firstOfShape: boolean;
  /** What the program prints on stdout. */
  readonly output: string;
  /** What it prints on stderr, a crash's trace aside (`expected/errors.txt`). */
  readonly errors: string;
  readonly exitCode: number;
  /** Why it does not equal .NET yet (`expected/known-gap.txt`); its test must then fail. */
  readonly knownGap: string | undefined;
  /** What the program is called with. */
  readonly args: readonly string[];
  /** What stands on its standard input (`expected/input.txt`). */
  readonly input: string;
}

export function listSamples(): Sample[] {
  const folder = path.join(packageRoot(), "samples");
  const shapes = new Set<string>();
  const isNew = (project: string): boolean => {
    const shape = readFileSync(project, "utf8").replace(/(<Compile Include="[^"]*" \/>\s*)+/g, "*");
    return !shapes.has(shape) && shapes.add(shape) === shapes;
  };
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const project = readdirSync(path.join(folder, name)).find((file) => file.endsWith(".fsproj"));
      const expected = path.join(folder, name, "expected");
      const read = (file: string) => {
        const at = path.join(expected, file);
        return existsSync(at) ? readFileSync(at, "utf8").replaceAll("\r\n", "\n") : undefined;
      };
      const output = project === undefined ? undefined : read("output.txt");
      if (project === undefined || output === undefined) return [];
      return [
        {
          name,
          project: path.join(folder, name, project),
          firstOfShape: isNew(path.join(folder, name, project)),
          output,
          errors: read("errors.txt") ?? "",
          exitCode: Number(read("exit-code.txt") ?? 0),
          knownGap: read("known-gap.txt")?.trim(),
          input: read("input.txt") ?? "",
          args: (read("args.txt") ?? "").split("\n").filter((line) => line !== ""),
        },
      ];
    });
}
