/** The second pass of reading a project without .NET: items in order, when all properties have their last values, as MSBuild does. */
import { existsSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { evaluateCondition, expand, isUnknown, type Scope, type Unknown } from "./msbuild-expression.ts";
import { toSlashes } from "./msbuild-functions.ts";
import { expandWildcards, hasWildcard, wildcardMatches } from "./msbuild-glob.ts";
import { isBuildOnly, type Named, type PackageItem } from "./project.ts";
import type { Element } from "./xml.ts";

/** An ItemGroup that may be taken, by its own condition. */
export interface ItemGroup {
  readonly element: Element;
  readonly file: string;
  /** Of what it stands in. */
  readonly outer: true | Unknown;
}

/** Where the items are read. */
export interface ItemPlace {
  readonly project: string;
  /** Whether the project lies in a package, without the files that it links to. */
  readonly packed: boolean;
  readonly centralVersions: boolean;
  /** Makes `MSBuildThisFile` mean the file; gives what its expressions see. */
  enter(file: string): Scope;
  refuse(element: Element, file: string, reason: string): void;
}

const relevantItems = ["compile", "compilebefore", "compileafter", "projectreference", "packagereference", "packageversion"];

/** `@(Name)` and `@(Name->'%(Filename).fs')`. */
const itemList = /@\(\s*([\w.-]+)\s*(?:->\s*'([^']*)'\s*)?\)/g;

export class ItemReader {
  /** By names in lower case. */
  readonly lists = new Map<string, Named[]>();
  readonly #place: ItemPlace;
  readonly #packages: PackageItem[] = [];
  readonly #versions = new Map<string, string>();

  constructor(groups: readonly ItemGroup[], place: ItemPlace) {
    this.#place = place;
    for (const name of neededItems(groups)) this.lists.set(name, []);
    for (const group of groups) this.#readGroup(group);
  }

  get packages(): readonly PackageItem[] {
    if (!this.#place.centralVersions) return this.#packages;
    return this.#packages.map((item) => (item.version === undefined ? { ...item, version: this.#versions.get(item.name.toLowerCase()) } : item));
  }

  #readGroup({ element: group, file, outer }: ItemGroup): void {
    const scope = this.#place.enter(file);
    const own = this.#taken(group, scope);
    if (own === false) return;
    for (const item of group.children) {
      const list = this.lists.get(item.name.toLowerCase());
      const taken = list === undefined ? false : this.#taken(item, scope);
      if (list === undefined || taken === false) continue;
      const unknown = [outer, own, taken].find(isUnknown);
      if (unknown !== undefined) this.#place.refuse(item, file, unknown.reason);
      else this.#apply(item, file, list, scope);
    }
  }

  #taken(element: Element, scope: Scope): boolean | Unknown {
    return evaluateCondition(this.#withLists(element.attributes.Condition ?? ""), scope);
  }

  /** The text with the items that are there so far; what it cannot give stays, to be refused. */
  #withLists(text: string): string {
    return text.replace(itemList, (written, name: string, transform: string | undefined) => {
      const items = (this.lists.get(name.toLowerCase()) ?? []).map((item) => (transform === undefined ? item.text : this.#transformed(item, transform)));
      return items.includes(undefined) ? written : items.join(";");
    });
  }

  /** With the metadata that every item has. */
  #transformed({ path, text }: Named, transform: string): string | undefined {
    const name = basename(text);
    const extension = extname(name);
    const metadata: Readonly<Record<string, string>> = {
      directory: `${dirname(path).slice(1)}/`,
      extension,
      filename: name.slice(0, name.length - extension.length),
      fullpath: path,
      identity: text,
      relativedir: text.slice(0, text.length - name.length),
      rootdir: path.slice(0, 1),
    };
    let known = true;
    const result = transform.replace(/%\(\s*(\w+)\s*\)/g, (_, key: string) => {
      known &&= Object.hasOwn(metadata, key.toLowerCase());
      return metadata[key.toLowerCase()] ?? "";
    });
    return known ? result : undefined;
  }

  #apply(item: Element, file: string, list: Named[], scope: Scope): void {
    const read = (name: string): string[] | undefined => {
      const value = expand(this.#withLists(item.attributes[name] ?? ""), scope);
      if (!isUnknown(value)) return splitList(value).map(readEscapes);
      this.#place.refuse(item, file, value.reason);
      return undefined;
    };
    const includes = read("Include");
    const removes = read("Remove");
    const excludes = read("Exclude");
    if (includes === undefined || removes === undefined || excludes === undefined) return;
    const kind = item.name.toLowerCase();
    if (kind === "packagereference" || kind === "packageversion") return this.#applyPackage(item, file, includes, removes, scope);
    const base = dirname(this.#place.project);
    const isIn = (texts: readonly string[]): ((path: string) => boolean) => {
      const paths = texts.map((text) => resolve(base, toSlashes(text)));
      return (path) => paths.some((one) => (hasWildcard(one) ? wildcardMatches(one, path) : one === path));
    };
    const isRemoved = isIn(removes);
    const isExcluded = isIn(excludes);
    for (let at = list.length - 1; at >= 0; at--) if (isRemoved(list[at].path)) list.splice(at, 1);
    for (const text of includes.map(toSlashes).flatMap((one) => (hasWildcard(one) ? expandWildcards(one, base) : [one]))) {
      const path = resolve(base, text);
      if (!isExcluded(path)) list.push({ path: this.#place.packed && !existsSync(path) ? this.#linked(item, path, scope) : path, text, file, range: item.range });
    }
  }

  #linked(item: Element, path: string, scope: Scope): string {
    const link = expand(item.attributes.Link ?? item.children.find((child) => child.name === "Link")?.text ?? "", scope);
    return isUnknown(link) || link.trim() === "" ? path : resolve(dirname(this.#place.project), toSlashes(link.trim()));
  }

  #applyPackage(item: Element, file: string, names: readonly string[], removes: readonly string[], scope: Scope): void {
    const said = (name: string): string | undefined => {
      const text = item.attributes[name] ?? item.children.find((child) => child.name === name && this.#taken(child, scope) === true)?.text;
      const value = text === undefined ? undefined : expand(text, scope);
      return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
    };
    const version = said("VersionOverride") ?? said("Version");
    const buildOnly = isBuildOnly(said("PrivateAssets"), said("IncludeAssets"), said("ExcludeAssets"));
    if (item.name.toLowerCase() === "packageversion") {
      for (const name of names) this.#versions.set(name.toLowerCase(), version ?? "");
      return;
    }
    const packages = this.#packages;
    for (const name of removes) for (let at = packages.length - 1; at >= 0; at--) if (packages[at].name.toLowerCase() === name.toLowerCase()) packages.splice(at, 1);
    const updated = item.attributes.Update?.toLowerCase();
    packages.forEach((known, at) => {
      if (known.name.toLowerCase() === updated) packages[at] = { ...known, version: version ?? known.version, buildOnly: buildOnly || (known.buildOnly ?? false) };
    });
    for (const name of names) packages.push({ name, version, buildOnly, file, range: item.range });
  }
}

/** The lists that say what is compiled, and those that they name: `@(Generated)`. */
const neededItems = (groups: readonly ItemGroup[]): Set<string> => {
  const needed = new Set(relevantItems);
  const naming = groups.flatMap(({ element: group }) =>
    group.children.map((item) => ({ name: item.name.toLowerCase(), said: [group, item].flatMap((one) => Object.values(one.attributes)) })),
  );
  for (const name of needed) for (const item of naming) if (item.name === name) for (const [, list] of item.said.join(";").matchAll(itemList)) needed.add(list!.toLowerCase());
  return needed;
};

/** `%20` is how MSBuild writes characters that mean something to it. */
const readEscapes = (text: string): string => text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What stands between semicolons. */
export const splitList = (text: string): string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
