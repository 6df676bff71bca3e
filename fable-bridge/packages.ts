/** Packages: what Fable knows by itself, and F# source from the NuGet folder. */
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { type PackageItem, readText } from "./project.ts";
import { type Element, parseXml } from "./xml.ts";

/** Packages whose types are among the compiler's own reference assemblies, or that only concern .NET's build. */
const known =
  /^(FSharp\.Core|Fable\.Core|Fable\.AST|NETStandard\.Library|System\..*|Microsoft\.NETCore\..*|Microsoft\.NETFramework\.ReferenceAssemblies.*|Microsoft\.SourceLink\..*|Microsoft\.NET\.(ILLink|Test)\..*|Microsoft\.Build\..*|Microsoft\.DotNet\.ILCompiler|coverlet\..*)$/i;

/** Packages that find and run tests in compiled assemblies. */
const testRunners = /^(xunit|NUnit|MSTest|Expecto|FsUnit|YoloDev\.Expecto)(\..*|\d.*)?$/i;

/** The sources of one package, in project order, and the packages it needs. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  /** `fable/Name.fsproj` in its folder of the NuGet cache. */
  readonly project: string;
  readonly dependencies: readonly PackageItem[];
}

export const nugetFolder = (): string => process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");

/** The F#-source packages that the items need, each after what it depends on. */
export const resolvePackages = (items: readonly PackageItem[]): { packages: SourcePackage[]; diagnostics: Diagnostic[] } => {
  const packages: SourcePackage[] = [];
  const found: Diagnostic[] = [];
  const visited = new Set<string>();
  const visit = (item: PackageItem, direct: boolean): void => {
    const key = item.name.toLowerCase();
    if (known.test(item.name) || visited.has(key)) return;
    visited.add(key);
    const place = item.range === undefined ? { file: item.file } : { file: item.file, range: item.range };
    const named = { name: item.name, ...(item.version === undefined ? {} : { version: item.version }) };
    const folder = versionFolder(item);
    const tests = testRunners.test(item.name);
    if (folder === undefined && !tests) {
      found.push(diagnostics.packageNotRestored({ ...named, folder: nugetFolder() }, place));
      return;
    }
    const project = folder && fableProject(folder.path);
    if (folder === undefined || project === undefined) {
      // A package without source is fine only as what another one needed at build time.
      if (direct) found.push(diagnostics.unsupportedPackage({ ...named, tests }, place));
      return;
    }
    const dependencies = nuspecDependencies(folder.path, item);
    for (const dependency of dependencies) visit(dependency, false);
    packages.push({ name: item.name, version: folder.version, project, dependencies });
  };
  for (const item of items) visit(item, true);
  return { packages, diagnostics: found };
};

/** The folder of the wanted version; without an exact one the newest that is there. */
const versionFolder = (item: PackageItem): { path: string; version: string } | undefined => {
  const folder = join(nugetFolder(), item.name.toLowerCase());
  if (!existsSync(folder)) return undefined;
  const exact = item.version
    ?.replace(/^[[(]|[\])]$/g, "")
    .split(",")[0]
    .trim();
  if (exact !== undefined && /^\d[\w.+-]*$/.test(exact) && existsSync(join(folder, exact))) return { path: join(folder, exact), version: exact };
  const versions = readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort(compareVersions);
  const best = versions.filter((version) => exact === undefined || !/^\d/.test(exact) || compareVersions(version, exact.replace("*", "0")) >= 0);
  const pick = exact !== undefined && /^\d/.test(exact) && !exact.includes("*") ? best[0] : best[best.length - 1];
  return pick === undefined ? undefined : { path: join(folder, pick), version: pick };
};

const compareVersions = (a: string, b: string): number => {
  const [x, y] = [a, b].map((text) => text.split("-")[0].split(".").map(Number));
  for (let at = 0; at < Math.max(x.length, y.length); at++) if ((x[at] ?? 0) !== (y[at] ?? 0)) return (x[at] ?? 0) - (y[at] ?? 0);
  return a < b ? -1 : a > b ? 1 : 0;
};

const fableProject = (folder: string): string | undefined => {
  const fable = join(folder, "fable");
  if (!existsSync(fable)) return undefined;
  const name = readdirSync(fable).find((file) => file.endsWith(".fsproj"));
  return name === undefined ? undefined : join(fable, name);
};

const nuspecDependencies = (folder: string, item: PackageItem): PackageItem[] => {
  const name = readdirSync(folder).find((file) => file.endsWith(".nuspec"));
  if (name === undefined) return [];
  // A nuspec's root is <package>; the reader wants <Project>.
  const parsed = parseXml(
    readText(join(folder, name))
      .replace(/<package\b/, "<Project")
      .replace(/<\/package>/, "</Project>"),
  );
  if (!("root" in parsed)) return [];
  const result = new Map<string, PackageItem>();
  const search = (element: Element): void => {
    if (element.name === "dependency" && element.attributes.id !== undefined) {
      result.set(element.attributes.id.toLowerCase(), {
        name: element.attributes.id,
        version: element.attributes.version,
        file: item.file,
        ...(item.range === undefined ? {} : { range: item.range }),
      });
    }
    for (const child of element.children) search(child);
  };
  search(parsed.root);
  return [...result.values()];
};
