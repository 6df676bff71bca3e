/** The samples: every folder below `samples/` with a project and `expected/output.txt`, taken from real .NET. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../package-root.ts";

export interface Sample {
  readonly name: string;
  readonly project: string;
  /** What the program prints on stdout. */
  readonly output: string;
  readonly exitCode: number;
}

export function listSamples(): Sample[] {
  const folder = path.join(packageRoot(), "samples");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const project = readdirSync(path.join(folder, name)).find((file) => file.endsWith(".fsproj"));
      const expected = path.join(folder, name, "expected");
      if (project === undefined || !existsSync(path.join(expected, "output.txt"))) return [];
      const exitCode = path.join(expected, "exit-code.txt");
      return [
        {
          name,
          project: path.join(folder, name, project),
          output: readFileSync(path.join(expected, "output.txt"), "utf8").replaceAll("\r\n", "\n"),
          exitCode: existsSync(exitCode) ? Number(readFileSync(exitCode, "utf8")) : 0,
        },
      ];
    });
}
