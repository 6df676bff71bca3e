import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The project file of a program that is made to be run on .NET too: in the invariant culture, as guests are. */
export const generatedProject = (files: readonly string[], properties: Readonly<Record<string, string>> = {}): string => {
  const all = { OutputType: "Exe", TargetFramework: "net10.0", InvariantGlobalization: "true", SatelliteResourceLanguages: "en", ...properties };
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
${Object.entries(all)
  .map(([name, value]) => `    <${name}>${value}</${name}>`)
  .join("\n")}
  </PropertyGroup>
  <ItemGroup>
${files.map((file) => `    <Compile Include="${file}" />`).join("\n")}
  </ItemGroup>
</Project>
`;
};

/** Calls back with a folder that is there as long as the callback runs. */
export async function inTemporaryFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-generated-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calls back with the project file of a program of one file. */
export const inGeneratedProject = <T>(source: string, use: (project: string) => T | Promise<T>, properties: Readonly<Record<string, string>> = {}): Promise<T> =>
  inTemporaryFolder((folder) => {
    const project = path.join(folder, "Program.fsproj");
    writeFileSync(project, generatedProject(["Program.fs"], properties));
    writeFileSync(path.join(folder, "Program.fs"), source);
    return use(project);
  });
