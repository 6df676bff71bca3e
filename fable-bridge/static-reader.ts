/**
 * Reads projects without .NET: MSBuild's evaluation of what F# projects are made of. Properties first, in order of appearance with imported
 * files in place, then items. What it cannot evaluate is a diagnostic as soon as something depends on it.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, resolve } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { compilerOptions, compilerProperties } from "./compiler-options.ts";
import { evaluateCondition, expand, findAbove, isUnknown, type Scope, type Unknown, type Value } from "./msbuild-expression.ts";
import { inferFramework, toSlashes } from "./msbuild-functions.ts";
import { expandWildcards, hasWildcard } from "./msbuild-glob.ts";
import { type Cracked, type CrackedProject, type CrackOptions, readText } from "./project.ts";
import { installed, outputTypes, sdkTexts } from "./sdk-properties.ts";
import { type ItemGroup, ItemReader, splitList } from "./static-items.ts";
import { type Element, type Parsed, parseXml } from "./xml.ts";

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

const elementsOf = (text: string): readonly Element[] => {
  const parsed = parseXml(text);
  if (!("root" in parsed)) throw new Error(`the SDK's text is no XML: ${parsed.reason}`);
  return parsed.root.children;
};
const parsedTexts: Partial<Record<keyof typeof sdkTexts, readonly Element[]>> = {};

class StaticReader {
  readonly #file: string;
  readonly #properties = new Map<string, Value>();
  readonly #fixed = new Set<string>();
  readonly #groups: ItemGroup[] = [];
  readonly inputs: string[] = [];
  readonly #found: Diagnostic[] = [];
  readonly #open: string[] = [];
  /** The project is looked at for its SDK before it is evaluated. */
  #project: Parsed | undefined;
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
    this.#default("ImportDirectoryBuildProps", "true");
    this.#importAround("Props", "props", folder);
    const sdk = this.#sdk();
    if (sdk !== undefined) this.#default("OutputType", outputTypes[sdk]!);
    this.#sdkText("before");
    this.#importAbove("Directory.Packages.props", folder);
    this.#import(this.#file, undefined, this.#file);
    this.#inferFramework();
    this.#sdkText("after");
    this.#default("ImportDirectoryBuildTargets", "true");
    this.#importAround("Targets", "targets", folder);
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
    const { lists: items, packages } = new ItemReader(this.#groups, {
      project: this.#file,
      packed: this.#packed,
      centralVersions: values.ManagePackageVersionsCentrally === "true",
      enter: (file) => {
        this.#enter(file);
        return this.#scope(file);
      },
      refuse: (element, file, reason) => this.#refuse(element, file, reason),
    });
    if (this.failed) return { diagnostics: this.#found };
    const objects = this.#text("BaseIntermediateOutputPath");
    const project: CrackedProject = {
      file: this.#file,
      name: values.AssemblyName,
      outputKind: /^(exe|winexe)$/i.test(values.OutputType) ? "exe" : "library",
      sources: ["compilebefore", "compile", "compileafter"].flatMap((name) => items.get(name)!),
      references: items.get("projectreference")!,
      packages,
      ...(typeof objects === "string" ? { assets: resolve(dirname(this.#file), toSlashes(objects), "project.assets.json") } : {}),
      defines: [...new Set(splitList(values.DefineConstants))],
      options: compilerOptions(values),
      inputs: this.inputs,
    };
    return { project, diagnostics: [] };
  }

  #text(name: string): Value {
    return this.#properties.get(name.toLowerCase()) ?? "";
  }
  #default(name: string, value: string): void {
    if (this.#text(name) === "") this.#properties.set(name.toLowerCase(), value);
  }
  /** The SDK that the project names, if it names one. */
  #sdk(): string | undefined {
    const parsed = this.#parsed(this.#file);
    if (!("root" in parsed)) return undefined;
    const { root } = parsed;
    const naming = [root, ...root.children].find((element) => element.attributes.Sdk !== undefined || element.name === "Sdk");
    const sdk = (naming?.attributes.Sdk ?? naming?.attributes.Name)?.split("/")[0];
    if (naming === undefined || sdk === undefined || Object.hasOwn(outputTypes, sdk)) return sdk;
    if (!this.#packed) this.#refuse(naming, this.#file, `it uses the SDK ${sdk}`);
    return undefined;
  }
  #parsed(path: string): Parsed {
    return path === this.#file ? (this.#project ??= parseXml(readText(path))) : parseXml(readText(path));
  }
  #importAbove(name: string, folder: string): void {
    const found = findAbove(name, folder);
    if (found !== undefined) this.#import(join(found, name), undefined, this.#file);
  }
  /** The `Directory.Build` file above, or the one that is named instead. */
  #importAround(which: "Props" | "Targets", extension: string, folder: string): void {
    if (this.#text(`ImportDirectoryBuild${which}`) !== "true") return;
    const named = this.#text(`DirectoryBuild${which}Path`);
    if (isUnknown(named)) this.#found.push(diagnostics.unevaluatedElement({ element: `the property DirectoryBuild${which}Path`, reason: named.reason }, { file: this.#file }));
    else if (named === "") this.#importAbove(`Directory.Build.${extension}`, folder);
    else if (isAbsolute(named)) this.#import(resolve(toSlashes(named)), undefined, this.#file);
  }
  /** What the SDK says around the project, and what it would know if it were there. */
  #sdkText(place: keyof typeof sdkTexts): void {
    for (const name of installed[place])
      if (this.#text(name) === "") this.#properties.set(name.toLowerCase(), { reason: `it uses the property ${name}, which only an installed SDK knows` });
    parsedTexts[place] ??= elementsOf(sdkTexts[place]);
    this.#elements(parsedTexts[place], this.#file, true);
  }
  #inferFramework(): void {
    const framework = this.#text("TargetFramework");
    const inferred = isUnknown(framework) ? undefined : inferFramework(framework);
    if (framework === "") return;
    const unknown = { reason: `it uses what follows from the target framework${isUnknown(framework) ? "" : ` ${framework}`}` };
    for (const [name, value] of Object.entries({ TargetFrameworkIdentifier: inferred?.identifier, TargetFrameworkVersion: inferred && `v${inferred.version}` }))
      if (this.#text(name) === "") this.#properties.set(name.toLowerCase(), value ?? unknown);
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
    return evaluateCondition(element.attributes.Condition, this.#scope(file));
  }

  #import(path: string, element: Element | undefined, from: string): void {
    if (this.#open.includes(path)) return;
    if (!existsSync(path)) {
      if (element !== undefined && !this.#packed && !buildTargets.test(path)) this.#refuse(element, from, `it imports \`${path}\`, which does not exist`);
      return;
    }
    this.inputs.push(path);
    const parsed = this.#parsed(path);
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
      if (element.name === "ItemGroup") {
        this.#groups.push({ element, file, outer });
        continue;
      }
      const own = this.#taken(element, file);
      if (own === false) continue;
      const condition = isUnknown(outer) ? outer : own;
      switch (element.name) {
        case "PropertyGroup":
          this.#propertyGroup(element, file, condition);
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
      const value = unknown ?? expand(property.text, this.#scope(file));
      this.#properties.set(key, isUnknown(value) ? { reason: value.reason.endsWith(")") && value.reason.includes("(<") ? value.reason : `${value.reason} ${place}` } : value);
    }
  }
  #importElement(element: Element, file: string, condition: true | Unknown): void {
    if (element.attributes.Sdk !== undefined) return;
    const path = isUnknown(condition) ? condition : expand(element.attributes.Project ?? "", this.#scope(file));
    if (isUnknown(path)) {
      if (!this.#packed && !buildTargets.test(element.attributes.Project ?? "")) this.#refuse(element, file, path.reason);
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
}
