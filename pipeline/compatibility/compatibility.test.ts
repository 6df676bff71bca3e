import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Compiled, type Compiler, openCompiler } from "../../dist/pipeline/compile.js";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { runRecorded } from "../test/harness.ts";
import { differences, refusals } from "./rows.ts";

const projectText = (files: readonly string[]): string => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>${files.map((file) => `<Compile Include="${file}" />`).join("")}</ItemGroup>
</Project>
`;

describe("where fusabi is not .NET", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-compatibility-"));
  let compiler: Compiler;

  const compile = (name: string, source: string): Promise<Compiled> => {
    writeFileSync(path.join(folder, `${name}.fs`), source);
    const project = path.join(folder, `${name}.fsproj`);
    writeFileSync(project, projectText([`${name}.fs`]));
    return compiler.compile({ project, cracker: "static", noCache: true });
  };

  beforeAll(() => {
    compiler = openCompiler();
  });

  afterAll(async () => {
    await compiler.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("prints what the table says", async () => {
    const { artifact, diagnostics } = await compile("Differences", `module Differences\n${differences.map(({ code }) => `printfn "%s" (${code})\n`).join("")}`);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { stdout } = await runRecorded(artifact!.module as ValidModule);
    expect(stdout.split("\n").slice(0, -1)).toEqual(differences.map(({ fusabi }) => fusabi));
    for (const { fusabi, dotnet } of differences) expect(fusabi).not.toBe(dotnet);
  });

  it.each(refusals)("refuses $what at its line", async ({ code }) => {
    const { artifact, diagnostics } = await compile("Refusal", `module Refusal\n\nlet refused () =\n    ${code}\n`);
    expect(artifact).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ range }) => range?.startLine)).toContain(4);
  });
});
