/** MSBuild's wildcards: `*` and `?` within a name, `**` for any folders. */
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

export const hasWildcard = (text: string): boolean => /[*?]/.test(text);

/** What the pattern means below `base`, written as the pattern is, in MSBuild's order. */
export const expandWildcards = (pattern: string, base: string): string[] => {
  const parts = pattern.split("/");
  const first = parts.findIndex(hasWildcard);
  const prefix = parts.slice(0, first).map((part) => `${part}/`);
  const matches = filesBelow(resolve(base, prefix.join("")), parts.slice(first));
  return matches.map((match) => prefix.join("") + match).sort(inOrder);
};

/** Whether the wildcards of an absolute pattern mean the absolute path. */
export const wildcardMatches = (pattern: string, path: string): boolean => {
  const source = pattern
    .split("/")
    .map((part, at, all) => (part === "**" ? (at === all.length - 1 ? ".*" : "(?:[^/]+/)*") : nameSource(part) + (at === all.length - 1 ? "" : "/")))
    .join("");
  return new RegExp(`^${source}$`, "i").test(path);
};

const nameSource = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, (special) => (special === "*" ? "[^/]*" : special === "?" ? "[^/]" : `\\${special}`));

const filesBelow = (folder: string, [part, ...rest]: readonly string[]): string[] => {
  if (part === undefined) return [];
  if (part === "**" && rest.length === 0) return filesBelow(folder, ["**", "*"]);
  const entries = entriesOf(folder);
  const below = (name: string, parts: readonly string[]): string[] => filesBelow(join(folder, name), parts).map((match) => `${name}/${match}`);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (part === "**") return [...filesBelow(folder, rest), ...folders.flatMap((name) => below(name, [part, ...rest]))];
  const named = new RegExp(`^${nameSource(part)}$`, "i");
  if (rest.length > 0) return (hasWildcard(part) ? folders.filter((name) => named.test(name)) : [part]).flatMap((name) => below(name, rest));
  return entries.filter((entry) => entry.isFile() && named.test(entry.name)).map((entry) => entry.name);
};

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** By code units, in capitals. */
const inOrder = (a: string, b: string): number => {
  const [x, y] = [a, b].map((text) => text.toUpperCase());
  return x! < y! ? -1 : x! > y! ? 1 : 0;
};
