/**
 * Reads projects without .NET: MSBuild's evaluation of what F# projects are made of. Properties first, in order of appearance with imported
 * files in place, then items. What it cannot evaluate is a diagnostic as soon as something depends on it.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { compilerOptions } from "./compiler-options.ts";
import { evaluateCondition, expand, findAbove, isUnknown, type Scope, toSlashes, type Unknown, type Value } from "./msbuild-expression.ts";
import { type Cracked, type CrackedProject, type CrackOptions, type Named, type PackageItem, readText } from "./project.ts";
import { type Element, parseXml } from "./xml.ts";

/** An ItemGroup that is taken, for the second pass. */
interface ItemGroup {
  readonly element: Element;
  readonly file: string;
  readonly condition: true | Unknown;
}

const relevantItems = new Set(["Compile", "CompileBefore", "CompileAfter", "ProjectReference", "PackageReference", "PackageVersion"]);
/** Properties that say what is compiled and how. */
const relevantProperties = [
  "OutputType",
  "AssemblyName",
  "DefineConstants",
  "NoWarn",
  "WarnOn",
  "LangVersion",
  "TreatWarningsAsErrors",
  "WarningsAsErrors",
  "Nullable",
  "OtherFlags",
  "CheckForOverflowUnderflow",
  "ManagePackageVersionsCentrally",
] as const;

export const readProjectStatically = (file: string, options: CrackOptions): Cracked => {
  const first = new StaticReader(file, options, {});
  const frameworks = first.read();
  if (first.failed || frameworks === undefined) return first.answer();
  // A project for several frameworks is read as for the first of them.
  const second = new StaticReader(file, options, { TargetFramework: frameworks });
  second.read();
  return second.answer();
};

class StaticReader {
  readonly #file: string;
  readonly #properties = new Map<string, Value>();
  readonly #fixed = new Set<string>();
  readonly #groups: ItemGroup[] = [];
  readonly #inputs: string[] = [];
  readonly #found: Diagnostic[] = [];
  readonly #open: string[] = [];

  constructor(file: string, options: CrackOptions, given: Readonly<Record<string, string>>) {
    this.#file = file;
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
    for (const [key, value] of Object.entries({ Platform: "AnyCPU", OS: process.platform === "win32" ? "Windows_NT" : "Unix" })) this.#properties.set(key.toLowerCase(), value);
  }

  get failed(): boolean {
    return this.#found.length > 0;
  }

  /** Evaluates; answers the first of several target frameworks if one has to be chosen. */
  read(): string | undefined {
    const folder = dirname(this.#file);
    this.#importAbove("Directory.Build.props", folder);
    this.#default("OutputType", "Library");
    this.#default("EnableDefaultCompileItems", "false");
    this.#default("TreatWarningsAsErrors", "false");
    const defines = this.#text("DefineConstants");
    this.#properties.set("defineconstants", defines === "" ? "TRACE" : isUnknown(defines) ? defines : `${defines};TRACE`);
    this.#importAbove("Directory.Packages.props", folder);
    this.#import(this.#file, undefined, this.#file);
    this.#default("AssemblyName", basename(this.#file, extname(this.#file)));
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
      if (isUnknown(value)) this.#found.push(diagnostics.unevaluatedElement({ element: `the property ${name}`, reason: value.reason }, { file: this.#file }));
      else values[name] = value;
    }
    const items = this.#items(values.ManagePackageVersionsCentrally === "true");
    if (this.failed) return { diagnostics: this.#found };
    const configuration = this.#text("Configuration") as string;
    const defines = [...splitList(values.DefineConstants), ...(configuration === "" ? [] : [configuration.toUpperCase()])];
    const project: CrackedProject = {
      file: this.#file,
      name: values.AssemblyName,
      outputKind: /^(exe|winexe)$/i.test(values.OutputType) ? "exe" : "library",
      sources: [...items.get("CompileBefore")!, ...items.get("Compile")!, ...items.get("CompileAfter")!],
      references: items.get("ProjectReference")!,
      packages: this.#packages,
      defines: [...new Set(defines)],
      options: compilerOptions(values),
      inputs: this.#inputs,
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
      if (element !== undefined) this.#refuse(element, from, `it imports \`${path}\`, which does not exist`);
      return;
    }
    this.#inputs.push(path);
    const parsed = parseXml(readText(path));
    if (!("root" in parsed)) {
      this.#found.push(diagnostics.malformedProject({ reason: parsed.reason }, { file: path, range: parsed.range }));
      return;
    }
    const before = ["msbuildthisfiledirectory", "msbuildthisfile", "msbuildthisfilefullpath"].map((name) => [name, this.#properties.get(name)] as const);
    this.#properties.set("msbuildthisfiledirectory", `${dirname(path)}/`);
    this.#properties.set("msbuildthisfile", basename(path));
    this.#properties.set("msbuildthisfilefullpath", path);
    this.#open.push(path);
    this.#elements(parsed.root.children, path, true);
    this.#open.pop();
    for (const [name, value] of before) {
      if (value === undefined) this.#properties.delete(name);
      else this.#properties.set(name, value);
    }
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
        default: // Targets and tasks run after evaluation.
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
    if (element.attributes.Sdk !== undefined) {
      if (element.attributes.Sdk !== "Microsoft.NET.Sdk") this.#refuse(element, file, `it imports the SDK ${element.attributes.Sdk}`);
      return;
    }
    if (isUnknown(condition)) return this.#refuse(element, file, condition.reason);
    const path = expand(element.attributes.Project ?? "", this.#scope(file));
    if (isUnknown(path)) return this.#refuse(element, file, path.reason);
    if (path.trim() === "") return;
    if (/[*?]/.test(path)) return this.#refuse(element, file, "it imports by a wildcard");
    this.#import(resolve(dirname(file), toSlashes(path)), element, file);
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
    const lists = new Map<string, Named[]>([...relevantItems].map((name) => [name, []]));
    const versions = new Map<string, string>();
    const references: { readonly item: PackageItem; readonly element: Element }[] = [];
    for (const { element: group, file, condition } of this.#groups) {
      for (const item of group.children) {
        if (!relevantItems.has(item.name)) continue;
        const own = this.#taken(item, file);
        if (own === false) continue;
        const unknown = isUnknown(condition) ? condition : isUnknown(own) ? own : undefined;
        if (unknown !== undefined) {
          this.#refuse(item, file, unknown.reason);
          continue;
        }
        this.#applyItem(item, file, lists.get(item.name)!, versions, references);
      }
    }
    for (const { item } of references) this.#packages.push(item.version === undefined && centralVersions ? { ...item, version: versions.get(item.name.toLowerCase()) } : item);
    return lists;
  }
  #applyItem(item: Element, file: string, list: Named[], versions: Map<string, string>, references: { item: PackageItem; element: Element }[]): void {
    const read = (name: string): string[] | undefined => {
      const value = expand(item.attributes[name] ?? "", this.#scope(file));
      if (!isUnknown(value)) return splitList(value);
      this.#refuse(item, file, value.reason);
      return undefined;
    };
    const includes = read("Include");
    const removes = read("Remove");
    const excludes = read("Exclude");
    if (includes === undefined || removes === undefined || excludes === undefined) return;
    const base = dirname(this.#file);
    const absolute = (text: string): string => resolve(base, toSlashes(text));
    if ([...includes, ...removes, ...excludes].some((text) => /[*?]/.test(text))) return this.#refuse(item, file, "it uses a wildcard, whose order only MSBuild knows");
    if (item.name === "PackageReference" || item.name === "PackageVersion") return this.#applyPackage(item, file, includes, removes, versions, references);
    for (const text of removes) {
      for (let at = list.length - 1; at >= 0; at--) if (list[at].path === absolute(text)) list.splice(at, 1);
    }
    const excluded = new Set(excludes.map(absolute));
    for (const text of includes) if (!excluded.has(absolute(text))) list.push({ path: absolute(text), text: toSlashes(text), file, range: item.range });
  }
  #applyPackage(
    item: Element,
    file: string,
    names: readonly string[],
    removes: readonly string[],
    versions: Map<string, string>,
    references: { item: PackageItem; element: Element }[],
  ): void {
    const inner = item.children.find((child) => child.name === "Version" && this.#taken(child, file) === true)?.text;
    const version = expand(item.attributes.Version ?? item.attributes.VersionOverride ?? inner ?? "", this.#scope(file));
    const known = typeof version === "string" && version.trim() !== "" ? version.trim() : undefined;
    const updates = item.attributes.Update;
    if (item.name === "PackageVersion") for (const name of names) versions.set(name.toLowerCase(), known ?? "");
    else {
      for (const name of removes) for (let at = references.length - 1; at >= 0; at--) if (references[at].item.name.toLowerCase() === name.toLowerCase()) references.splice(at, 1);
      if (updates !== undefined)
        references.forEach((entry, at) => {
          if (entry.item.name.toLowerCase() === updates.toLowerCase() && known !== undefined) references[at] = { ...entry, item: { ...entry.item, version: known } };
        });
      for (const name of names) references.push({ item: { name, version: known, file, range: item.range }, element: item });
    }
  }
}

const splitList = (text: string): string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
