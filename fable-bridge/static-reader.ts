/**
 * Reads projects without .NET: MSBuild's evaluation of what F# projects are made of. Properties first, in order of appearance with imported
 * files in place, then items. What it cannot evaluate is a diagnostic as soon as something depends on it.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { compilerOptions, compilerProperties } from "./compiler-options.ts";
import { evaluateCondition, expand, findAbove, isUnknown, type Scope, type Unknown, type Value } from "./msbuild-expression.ts";
import { toSlashes } from "./msbuild-functions.ts";
import { expandWildcards, hasWildcard, wildcardMatches } from "./msbuild-glob.ts";
import { type Cracked, type CrackedProject, type CrackOptions, isBuildOnly, type Named, type PackageItem, readText } from "./project.ts";
import { type Element, parseXml } from "./xml.ts";

/** An ItemGroup that is taken, for the second pass. */
interface ItemGroup {
  readonly element: Element;
  readonly file: string;
  readonly condition: true | Unknown;
}

const relevantItems = ["Compile", "CompileBefore", "CompileAfter", "ProjectReference", "PackageReference", "PackageVersion"];
/** What the SDKs that F# projects use make where nothing is said. */
const outputTypes: Readonly<Record<string, string>> = {
  "Microsoft.NET.Sdk": "Library",
  "Microsoft.NET.Sdk.BlazorWebAssembly": "Exe",
  "Microsoft.NET.Sdk.Razor": "Library",
  "Microsoft.NET.Sdk.Web": "Exe",
  "Microsoft.NET.Sdk.Worker": "Exe",
};
/** Imports of projects before SDKs, and of package managers, which say how to build rather than what. */
const buildTargets = /[\\/](Microsoft\.(Common|FSharp|Portable\.FSharp|VisualStudio)[\w.]*|NuGet|Paket[\w.]*|FSharp\.Core)\.(props|targets)$/i;
/** What runs after evaluation, or says nothing to it. */
const lateElements = new Set(["ItemDefinitionGroup", "ProjectExtensions", "Sdk", "Target", "UsingTask"]);
const relevantProperties = [...compilerProperties, "ManagePackageVersionsCentrally"] as const;

export const readProjectStatically = (file: string, options: CrackOptions, place: Place = "checkout"): Cracked => {
  const first = new StaticReader(file, options, {}, place);
  const frameworks = first.read();
  if (first.failed || frameworks === undefined) return first.answer();
  // A project for several frameworks is read as for the first of them.
  const second = new StaticReader(file, options, { TargetFramework: frameworks }, place);
  second.read();
  return second.answer();
};

/** In a package a project lies without its repository: what it imports may have stayed there, and a file that it links to lies where the link says. */
export type Place = "checkout" | "package";

/** The files that an evaluation reads, as far as it can be followed. */
export const inputsOf = (file: string, options: CrackOptions): readonly string[] => {
  const reader = new StaticReader(file, options, {}, "checkout");
  reader.read();
  return reader.inputs;
};

class StaticReader {
  readonly #file: string;
  readonly #properties = new Map<string, Value>();
  readonly #fixed = new Set<string>();
  readonly #groups: ItemGroup[] = [];
  readonly inputs: string[] = [];
  readonly #found: Diagnostic[] = [];
  readonly #open: string[] = [];
  readonly #packed: boolean;

  constructor(file: string, options: CrackOptions, given: Readonly<Record<string, string>>, place: Place) {
    this.#file = file;
    this.#packed = place === "package";
    const folder = dirname(file);
    const name = basename(file, extname(file));
    const reserved = {
      MSBuildProjectDirectory: folder,
      MSBuildProjectFullPath: file,
      MSBuildProjectFile: basename(file),
      MSBuildProjectName: name,
      MSBuildProjectExtension: extname(file),
      Configuration: options.configuration,
      ...given,
    };
    for (const [key, value] of Object.entries(reserved)) {
      this.#properties.set(key.toLowerCase(), value);
      this.#fixed.add(key.toLowerCase());
    }
    const ambient = { ...process.env, Platform: "AnyCPU", OS: process.platform === "win32" ? "Windows_NT" : "Unix" };
    for (const [key, value] of Object.entries(ambient)) if (!this.#fixed.has(key.toLowerCase())) this.#properties.set(key.toLowerCase(), value ?? "");
  }

  get failed(): boolean {
    return this.#found.length > 0;
  }

  /** Evaluates; answers the first of several target frameworks if one has to be chosen. */
  read(): string | undefined {
    const folder = dirname(this.#file);
    this.#importAbove("Directory.Build.props", folder);
    const sdk = this.#sdk();
    if (sdk !== undefined) this.#default("OutputType", outputTypes[sdk]!);
    this.#default("BaseIntermediateOutputPath", "obj/");
    this.#default("EnableDefaultCompileItems", "false");
    this.#default("TreatWarningsAsErrors", "false");
    const defines = this.#text("DefineConstants");
    this.#properties.set("defineconstants", defines === "" ? "TRACE" : isUnknown(defines) ? defines : `${defines};TRACE`);
    this.#importAbove("Directory.Packages.props", folder);
    this.#import(this.#file, undefined, this.#file);
    this.#default("AssemblyName", basename(this.#file, extname(this.#file)));
    const intermediate = expand("$(BaseIntermediateOutputPath)$(Configuration)/", this.#scope(this.#file));
    const framework = expand("$(TargetFramework)/", this.#scope(this.#file));
    if (!isUnknown(intermediate) && !isUnknown(framework)) this.#default("IntermediateOutputPath", intermediate + (framework === "/" ? "" : framework));
    this.#importAbove("Directory.Build.targets", folder);
    const frameworks = this.#text("TargetFrameworks");
    if (this.#text("TargetFramework") === "" && typeof frameworks === "string")
      return frameworks
        .split(";")
        .map((part) => part.trim())
        .find((part) => part !== "");
    return undefined;
  }

  answer(): Cracked {
    if (this.failed) return { diagnostics: this.#found };
    const values: Record<string, string> = {};
    for (const name of relevantProperties) {
      const value = this.#text(name);
      if (!isUnknown(value)) values[name] = value;
      else if (this.#packed) values[name] = "";
      else this.#found.push(diagnostics.unevaluatedElement({ element: `the property ${name}`, reason: value.reason }, { file: this.#file }));
    }
    const items = this.#items(values.ManagePackageVersionsCentrally === "true");
    if (this.failed) return { diagnostics: this.#found };
    const configuration = this.#text("Configuration") as string;
    const objects = this.#text("BaseIntermediateOutputPath");
    const defines = [...splitList(values.DefineConstants), ...(configuration === "" ? [] : [configuration.toUpperCase()])];
    const project: CrackedProject = {
      file: this.#file,
      name: values.AssemblyName,
      outputKind: /^(exe|winexe)$/i.test(values.OutputType) ? "exe" : "library",
      sources: [...items.get("CompileBefore")!, ...items.get("Compile")!, ...items.get("CompileAfter")!],
      references: items.get("ProjectReference")!,
      packages: this.#packages,
      ...(typeof objects === "string" ? { assets: resolve(dirname(this.#file), toSlashes(objects), "project.assets.json") } : {}),
      defines: [...new Set(defines)],
      options: compilerOptions(values),
      inputs: this.inputs,
    };
    return { project, diagnostics: [] };
  }

  readonly #packages: PackageItem[] = [];

  #text(name: string): Value {
    return this.#properties.get(name.toLowerCase()) ?? "";
  }
  #default(name: string, value: string): void {
    if (this.#text(name) === "") this.#properties.set(name.toLowerCase(), value);
  }
  /** The SDK that the project names, if it names one. */
  #sdk(): string | undefined {
    const parsed = parseXml(readText(this.#file));
    if (!("root" in parsed)) return undefined;
    const { root } = parsed;
    const naming = [root, ...root.children].find((element) => element.attributes.Sdk !== undefined || element.name === "Sdk");
    const sdk = (naming?.attributes.Sdk ?? naming?.attributes.Name)?.split("/")[0];
    if (naming === undefined || sdk === undefined || Object.hasOwn(outputTypes, sdk)) return sdk;
    if (!this.#packed) this.#refuse(naming, this.#file, `it uses the SDK ${sdk}`);
    return undefined;
  }
  #importAbove(name: string, folder: string): void {
    const found = findAbove(name, folder);
    if (found !== undefined) this.#import(join(found, name), undefined, this.#file);
  }
  #scope(file: string): Scope {
    return { properties: this.#properties, folder: dirname(file) };
  }
  #refuse(element: Element, file: string, reason: string): void {
    const { range, name } = element;
    this.#found.push(diagnostics.unevaluatedElement({ element: `<${name}> in line ${range.startLine}`, reason }, { file, range }));
  }
  /** Whether the element takes part. */
  #taken(element: Element, file: string): boolean | Unknown {
    const condition = element.attributes.Condition;
    return condition === undefined || condition.trim() === "" ? true : evaluateCondition(condition, this.#scope(file));
  }

  #import(path: string, element: Element | undefined, from: string): void {
    if (this.#open.includes(path)) return;
    if (!existsSync(path)) {
      if (element !== undefined && !this.#packed && !buildTargets.test(path)) this.#refuse(element, from, `it imports \`${path}\`, which does not exist`);
      return;
    }
    this.inputs.push(path);
    const parsed = parseXml(readText(path));
    if (!("root" in parsed)) {
      this.#found.push(diagnostics.malformedProject({ reason: parsed.reason }, { file: path, range: parsed.range }));
      return;
    }
    this.#enter(path);
    this.#open.push(path);
    this.#elements(parsed.root.children, path, true);
    this.#open.pop();
    if (this.#open.length > 0) this.#enter(this.#open[this.#open.length - 1]);
  }
  /** What `MSBuildThisFile` and its kin mean from here on. */
  #enter(path: string): void {
    const thisFile = { "": basename(path), Directory: `${dirname(path)}/`, FullPath: path, Name: basename(path, extname(path)), Extension: extname(path) };
    for (const [suffix, value] of Object.entries(thisFile)) this.#properties.set(`MSBuildThisFile${suffix}`.toLowerCase(), value);
  }

  #elements(elements: readonly Element[], file: string, outer: true | Unknown): void {
    for (const element of elements) {
      const own = this.#taken(element, file);
      if (own === false) continue;
      const condition = isUnknown(outer) ? outer : own;
      switch (element.name) {
        case "PropertyGroup":
          this.#propertyGroup(element, file, condition);
          break;
        case "ItemGroup":
          this.#groups.push({ element, file, condition });
          break;
        case "ImportGroup":
          this.#elements(element.children, file, condition);
          break;
        case "Import":
          this.#importElement(element, file, condition);
          break;
        case "Choose":
          this.#choose(element, file, condition);
          break;
        default:
          if (!lateElements.has(element.name))
            this.#found.push(diagnostics.malformedProject({ reason: `the element <${element.name}> is not known below <Project>` }, { file, range: element.range }));
      }
    }
  }
  #propertyGroup(group: Element, file: string, outer: true | Unknown): void {
    for (const property of group.children) {
      const key = property.name.toLowerCase();
      const own = this.#taken(property, file);
      if (own === false || this.#fixed.has(key)) continue;
      const unknown = isUnknown(outer) ? outer : isUnknown(own) ? own : undefined;
      const place = `(<${property.name}> in line ${property.range.startLine} of ${basename(file)})`;
      const value = unknown ?? expand(property.text.trim(), this.#scope(file));
      this.#properties.set(key, isUnknown(value) ? { reason: value.reason.endsWith(")") && value.reason.includes("(<") ? value.reason : `${value.reason} ${place}` } : value);
    }
  }
  #importElement(element: Element, file: string, condition: true | Unknown): void {
    if (element.attributes.Sdk !== undefined) return;
    const path = isUnknown(condition) ? condition : expand(element.attributes.Project ?? "", this.#scope(file));
    if (isUnknown(path)) {
      if (!this.#packed) this.#refuse(element, file, path.reason);
      return;
    }
    if (path.trim() === "") return;
    const paths = hasWildcard(path) ? expandWildcards(toSlashes(path), dirname(file)) : [toSlashes(path)];
    for (const one of paths) this.#import(resolve(dirname(file), one), element, file);
  }
  #choose(element: Element, file: string, outer: true | Unknown): void {
    let unknown: Unknown | undefined = isUnknown(outer) ? outer : undefined;
    for (const branch of element.children) {
      const taken = branch.name === "Otherwise" ? true : this.#taken(branch, file);
      if (taken === false) continue;
      unknown ??= isUnknown(taken) ? taken : undefined;
      this.#elements(branch.children, file, unknown ?? true);
      if (unknown === undefined) return;
    }
  }

  /** The second pass: items in order, with Remove. */
  #items(centralVersions: boolean): Map<string, Named[]> {
    const lists = new Map<string, Named[]>(this.#neededItems().map((name) => [name, []]));
    const versions = new Map<string, string>();
    const references: { readonly item: PackageItem; readonly element: Element }[] = [];
    for (const { element: group, file, condition } of this.#groups) {
      this.#enter(file);
      for (const item of group.children) {
        const list = lists.get(item.name);
        if (list === undefined) continue;
        const own = this.#taken(item, file);
        if (own === false) continue;
        const unknown = isUnknown(condition) ? condition : isUnknown(own) ? own : undefined;
        if (unknown !== undefined) {
          this.#refuse(item, file, unknown.reason);
          continue;
        }
        this.#applyItem(item, file, list, lists, versions, references);
      }
    }
    for (const { item } of references) this.#packages.push(item.version === undefined && centralVersions ? { ...item, version: versions.get(item.name.toLowerCase()) } : item);
    return lists;
  }
  /** The lists that say what is compiled, and those that they name: `@(Generated)`. */
  #neededItems(): string[] {
    const items = this.#groups.flatMap(({ element }) => element.children);
    const needed = new Set(relevantItems);
    for (const name of needed)
      for (const item of items) if (item.name === name) for (const [, list] of Object.values(item.attributes).join(";").matchAll(wholeList)) needed.add(list);
    return [...needed];
  }
  #applyItem(
    item: Element,
    file: string,
    list: Named[],
    lists: ReadonlyMap<string, readonly Named[]>,
    versions: Map<string, string>,
    references: { item: PackageItem; element: Element }[],
  ): void {
    const read = (name: string): string[] | undefined => {
      const listed = (item.attributes[name] ?? "").replace(wholeList, (_, other: string) => (lists.get(other) ?? []).map(({ text }) => text).join(";"));
      const value = expand(listed, this.#scope(file));
      if (!isUnknown(value)) return splitList(value).map(readEscapes);
      this.#refuse(item, file, value.reason);
      return undefined;
    };
    const includes = read("Include");
    const removes = read("Remove");
    const excludes = read("Exclude");
    if (includes === undefined || removes === undefined || excludes === undefined) return;
    if (item.name === "PackageReference" || item.name === "PackageVersion") return this.#applyPackage(item, file, includes, removes, versions, references);
    const base = dirname(this.#file);
    const isIn = (texts: readonly string[]): ((path: string) => boolean) => {
      const paths = texts.map((text) => resolve(base, toSlashes(text)));
      return (path) => paths.some((one) => (hasWildcard(one) ? wildcardMatches(one, path) : one === path));
    };
    const isRemoved = isIn(removes);
    const isExcluded = isIn(excludes);
    for (let at = list.length - 1; at >= 0; at--) if (isRemoved(list[at].path)) list.splice(at, 1);
    for (const text of includes.map(toSlashes).flatMap((one) => (hasWildcard(one) ? expandWildcards(one, base) : [one]))) {
      const path = resolve(base, text);
      if (!isExcluded(path)) list.push({ path: this.#packed && !existsSync(path) ? this.#linked(item, file, path) : path, text, file, range: item.range });
    }
  }
  #linked(item: Element, file: string, path: string): string {
    const link = expand(item.attributes.Link ?? item.children.find((child) => child.name === "Link")?.text ?? "", this.#scope(file));
    return isUnknown(link) || link.trim() === "" ? path : resolve(dirname(this.#file), toSlashes(link.trim()));
  }
  #applyPackage(
    item: Element,
    file: string,
    names: readonly string[],
    removes: readonly string[],
    versions: Map<string, string>,
    references: { item: PackageItem; element: Element }[],
  ): void {
    const said = (name: string): string | undefined => {
      const text = item.attributes[name] ?? item.children.find((child) => child.name === name && this.#taken(child, file) === true)?.text;
      const value = text === undefined ? undefined : expand(text, this.#scope(file));
      return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
    };
    const known = said("VersionOverride") ?? said("Version");
    const buildOnly = isBuildOnly(said("PrivateAssets"), said("IncludeAssets"), said("ExcludeAssets"));
    const updates = item.attributes.Update;
    if (item.name === "PackageVersion") for (const name of names) versions.set(name.toLowerCase(), known ?? "");
    else {
      for (const name of removes) for (let at = references.length - 1; at >= 0; at--) if (references[at].item.name.toLowerCase() === name.toLowerCase()) references.splice(at, 1);
      if (updates !== undefined)
        references.forEach((entry, at) => {
          if (entry.item.name.toLowerCase() === updates.toLowerCase())
            references[at] = { ...entry, item: { ...entry.item, version: known ?? entry.item.version, buildOnly: buildOnly || entry.item.buildOnly } };
        });
      for (const name of names) references.push({ item: { name, version: known, buildOnly, file, range: item.range }, element: item });
    }
  }
}

/** `@(Name)`, without a transformation. */
const wholeList = /@\(\s*([\w.-]+)\s*\)/g;

/** `%20` is how MSBuild writes characters that mean something to it. */
const readEscapes = (text: string): string => text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const splitList = (text: string): string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
