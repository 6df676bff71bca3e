/** Where packages lie: as `dotnet restore` noted beside the project, else in the machine's NuGet folder by name and version. */
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type PackageItem, readText } from "./project.ts";

export interface RestoredPackages {
  /** The folder of the package, if it is there. */
  folderOf(item: PackageItem): string | undefined;
  /** Where packages are looked for. */
  readonly folder: string;
}

/** What is used of `obj/project.assets.json`. */
interface Assets {
  readonly libraries?: Readonly<Record<string, { readonly type: string; readonly path?: string }>>;
  readonly packageFolders?: Readonly<Record<string, unknown>>;
}
interface Noted {
  readonly version: string;
  readonly folder: string;
}

/** `assets` is the path of the file in which a restore notes what it chose. */
export const restoredPackages = (assets: string | undefined): RestoredPackages => {
  const machine = process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");
  const noted = assets === undefined ? new Map<string, Noted>() : readAssets(assets);
  return {
    folder: machine,
    folderOf: (item) => {
      const one = noted.get(item.name.toLowerCase());
      // Notes of a restore before the last change of the project say nothing.
      return one !== undefined && satisfies(one.version, item.version) ? one.folder : folderByVersion(join(machine, item.name.toLowerCase()), item.version);
    },
  };
};

const readAssets = (file: string): Map<string, Noted> => {
  const result = new Map<string, Noted>();
  if (!existsSync(file)) return result;
  let assets: Assets;
  try {
    assets = JSON.parse(readText(file)) as Assets;
  } catch {
    return result;
  }
  for (const [name, library] of Object.entries(assets.libraries ?? {})) {
    const [id = "", version = ""] = name.split("/");
    if (library.type !== "package" || library.path === undefined) continue;
    const folder = Object.keys(assets.packageFolders ?? {})
      .map((root) => join(root, library.path!))
      .find((candidate) => existsSync(candidate));
    if (folder !== undefined) result.set(id.toLowerCase(), { version, folder });
  }
  return result;
};

/** NuGet's ranges: `1.0` is at least 1.0, `[1.0]` exactly that, `[1.0,2.0)` from 1.0 to below 2.0, `1.*` and `*` the newest of those. */
const satisfies = (version: string, range: string | undefined): boolean => {
  const [, open = "", list = range ?? "", close = ""] = /^\s*([[(])(.*)([\])])\s*$/.exec(range ?? "") ?? [];
  const [from = "", to] = list.split(",").map((part) => part.trim());
  if (open !== "" && to === undefined) return compareVersions(version, from) === 0;
  const low = compareVersions(version, lowestVersion(from));
  if (open === "(" ? low <= 0 && from !== "" : low < 0) return false;
  if (from.includes("*") && !version.startsWith(from.slice(0, from.indexOf("*")))) return false;
  const high = to ? compareVersions(version, to) : -1;
  return close === "]" ? high <= 0 : high < 0;
};

/** The lowest version that satisfies the range; without a range the newest does, and nothing otherwise: `dotnet restore` takes the lowest. */
const folderByVersion = (folder: string, range: string | undefined): string | undefined => {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder)
    .filter((name) => /^\d/.test(name) && satisfies(name, range))
    .sort(compareVersions);
  const version = range === undefined || range.includes("*") ? versions.at(-1) : versions[0];
  return version === undefined ? undefined : join(folder, version);
};

export const lowestVersion = (range: string | undefined): string =>
  (range ?? "")
    .replace(/^[\s[(]+/, "")
    .split(/[,\])]/)[0]!
    .trim()
    .replace("*", "0") || "0";

export const compareVersions = (a: string, b: string): number => {
  const parts = (text: string): { numbers: number[]; label: string } => {
    const [, numbers = "", label = ""] = /^([\d.]*)(?:-([^+]*))?/.exec(text) ?? [];
    return { numbers: numbers.split(".").map(Number), label };
  };
  const [x, y] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(x.numbers.length, y.numbers.length); at++) {
    const difference = (x.numbers[at] ?? 0) - (y.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  // A version is newer than its previews.
  if (x.label === "" || y.label === "") return Number(x.label === "") - Number(y.label === "");
  return x.label.localeCompare(y.label, "en", { numeric: true });
};
