/** Packages: what Fable knows by itself, and F# source from the NuGet folder. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { type PackageItem, readText } from "./project.ts";
import { compareVersions, lowestVersion, type RestoredPackages } from "./restored.ts";
import { type Element, parseXml } from "./xml.ts";

/** Packages whose types are among the compiler's own reference assemblies, or that only concern .NET's build. */
const known =
  /^(FSharp\.Core|Fable\.Core|Fable\.AST|NETStandard\.Library|System\..*|Microsoft\.NETCore\..*|Microsoft\.NETFramework\.ReferenceAssemblies.*|Microsoft\.SourceLink\..*|Microsoft\.NET\.(ILLink|Test)\..*|Microsoft\.Build\..*|Microsoft\.DotNet\.ILCompiler|coverlet\..*)$/i;

/** Packages that find and run tests in compiled assemblies. */
const testRunners = /^(xunit|NUnit|MSTest|Expecto|FsUnit|TUnit|YoloDev\.Expecto)(\..*|\d.*)?$/i;

/** The sources of one package. */
export interface SourcePackage {
  readonly name: string;
  /** `fable/Name.fsproj` in its folder. */
  readonly project: string;
}

/** A package that is not compiled: what to say if the program needs it, and if it does not. */
export interface LeftOut {
  readonly needed: Diagnostic;
  readonly unneeded?: Diagnostic;
}

export interface ResolvedPackages {
  /** Each after what it depends on. */
  readonly packages: readonly SourcePackage[];
  readonly leftOut: readonly LeftOut[];
  /** What makes it pointless to compile anything. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The F#-source packages that the items need. */
export const resolvePackages = (items: readonly PackageItem[], restored: RestoredPackages): ResolvedPackages => {
  const packages: SourcePackage[] = [];
  const leftOut: LeftOut[] = [];
  const found: Diagnostic[] = [];
  const visited = new Set<string>();
  const wanted = highestVersions(items, restored);
  const visit = (named: PackageItem, direct: boolean): void => {
    const key = named.name.toLowerCase();
    if (known.test(named.name) || visited.has(key)) return;
    visited.add(key);
    const item = wanted.get(key) ?? named;
    const place = named.range === undefined ? { file: named.file } : { file: named.file, range: named.range };
    const data = { name: item.name, ...(item.version === undefined ? {} : { version: item.version }) };
    if (testRunners.test(item.name)) {
      if (direct) found.push(diagnostics.testPackage(data, place));
      return;
    }
    const folder = restored.folderOf(item);
    const project = folder && fableProject(folder);
    if (folder === undefined || project === undefined) {
      if (named.buildOnly || (folder !== undefined && isForBuilds(folder))) return;
      leftOut.push({
        needed: folder === undefined ? diagnostics.packageNotRestored({ ...data, folder: restored.folder }, place) : diagnostics.unsupportedPackage(data, place),
        ...(direct ? { unneeded: diagnostics.unneededPackage(data, place) } : {}),
      });
      return;
    }
    for (const dependency of dependenciesOf(folder, named)) visit(dependency, false);
    packages.push({ name: item.name, project });
  };
  for (const item of items) visit(item, true);
  return { packages, leftOut, diagnostics: found };
};

/** By name, the items and all that they depend on, each in the highest of the versions that are asked for. */
const highestVersions = (items: readonly PackageItem[], restored: RestoredPackages): ReadonlyMap<string, PackageItem> => {
  const wanted = new Map<string, PackageItem>();
  const waiting = [...items];
  for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
    const key = item.name.toLowerCase();
    const before = wanted.get(key);
    if (known.test(item.name) || (before !== undefined && compareVersions(lowestVersion(before.version), lowestVersion(item.version)) >= 0)) continue;
    wanted.set(key, item);
    const folder = restored.folderOf(item);
    if (folder !== undefined && fableProject(folder) !== undefined) waiting.push(...dependenciesOf(folder, item));
  }
  return wanted;
};

const fableProject = (folder: string): string | undefined => {
  const fable = join(folder, "fable");
  if (!existsSync(fable)) return undefined;
  const name = readdirSync(fable).find((file) => file.endsWith(".fsproj"));
  return name === undefined ? undefined : join(fable, name);
};

/** Whether a package has nothing to compile against: analyzers, tools, targets. */
const isForBuilds = (folder: string): boolean =>
  !["lib", "ref"].some((name) => existsSync(join(folder, name))) || elementsOf(folder).some(({ name, text }) => name === "developmentDependency" && text.trim() === "true");

const dependenciesOf = (folder: string, { file, range }: PackageItem): PackageItem[] => {
  const result = new Map<string, PackageItem>();
  for (const { name, attributes } of elementsOf(folder)) {
    if (name !== "dependency" || attributes.id === undefined) continue;
    result.set(attributes.id.toLowerCase(), { name: attributes.id, version: attributes.version, file, ...(range === undefined ? {} : { range }) });
  }
  return [...result.values()];
};

/** All elements of a package's description. */
const elementsOf = (folder: string): Element[] => {
  const name = readdirSync(folder).find((file) => file.endsWith(".nuspec"));
  if (name === undefined) return [];
  // A nuspec's root is <package>; the reader wants <Project>.
  const parsed = parseXml(
    readText(join(folder, name))
      .replace(/<package\b/, "<Project")
      .replace(/<\/package>/, "</Project>"),
  );
  const flatten = (element: Element): Element[] => [element, ...element.children.flatMap(flatten)];
  return "root" in parsed ? flatten(parsed.root) : [];
};
