/** MSBuild's property functions, as far as project files use them and their answer is the same without MSBuild: `$(Name.ToLower())`, `$([MSBuild]::NormalizePath('a', 'b'))`. */
import { statSync } from "node:fs";
import { posix, resolve } from "node:path";

type PropertyFunction = (...args: string[]) => string | boolean | number | undefined;

/** As .NET writes what a function gives; undefined where the function is not known, or not for these arguments. */
export const callMember = (receiver: string, name: string, args: readonly string[]): string | undefined => answer(members[name.toLowerCase()], [receiver, ...args]);
export const callStatic = (type: string, name: string, args: readonly string[]): string | undefined => answer(statics[`${type}::${name}`.toLowerCase()], args);

const answer = (called: PropertyFunction | undefined, args: readonly string[]): string | undefined => {
  const value = called?.(...args);
  return typeof value === "boolean" ? (value ? "True" : "False") : value?.toString();
};

/** Forward slashes on every system, as MSBuild on Unix does. */
export const toSlashes = (path: string): string => path.replace(/\\/g, "/");

const withSlash = (path: string): string => (path === "" || path.endsWith("/") ? path : `${path}/`);
const combine = (...parts: string[]): string =>
  parts
    .map(toSlashes)
    .filter((part) => part !== "")
    .reduce((path, part) => (part.startsWith("/") ? part : withSlash(path) + part), "");
const trimmer = (pattern: (set: string) => string) => (text: string, characters?: string) =>
  text.replace(new RegExp(pattern(characters === undefined ? "\\s" : `[${characters.replace(/[\\\]^-]/g, "\\$&")}]`), "g"), "");

const members: Readonly<Record<string, PropertyFunction>> = {
  contains: (text, part) => text.includes(part),
  endswith: (text, part) => text.endsWith(part),
  equals: (text, other) => text === other,
  indexof: (text, part) => text.indexOf(part),
  lastindexof: (text, part) => text.lastIndexOf(part),
  length: (text) => text.length,
  remove: (text, from, length) => text.slice(0, Number(from)) + (length === undefined ? "" : text.slice(Number(from) + Number(length))),
  replace: (text, part, by) => text.replaceAll(part, () => by),
  startswith: (text, part) => text.startsWith(part),
  substring: (text, from, length) => text.slice(Number(from), length === undefined ? undefined : Number(from) + Number(length)),
  tolower: (text) => text.toLowerCase(),
  tolowerinvariant: (text) => text.toLowerCase(),
  tostring: (text) => text,
  toupper: (text) => text.toUpperCase(),
  toupperinvariant: (text) => text.toUpperCase(),
  trim: trimmer((set) => `^${set}+|${set}+$`),
  trimend: trimmer((set) => `${set}+$`),
  trimstart: trimmer((set) => `^${set}+`),
};

const systems: Readonly<Record<string, NodeJS.Platform>> = { linux: "linux", windows: "win32", osx: "darwin", macos: "darwin", freebsd: "freebsd" };
const isSystem = (name: string): boolean => systems[name.toLowerCase()] === process.platform;

/** Of whole numbers; .NET writes others in its own way. */
const whole =
  (of: (a: number, b: number) => number | undefined): PropertyFunction =>
  (a, b) => {
    const result = [a, b].every((text) => /^-?\d{1,9}$/.test(text)) ? of(Number(a), Number(b)) : undefined;
    return result === undefined || !Number.isSafeInteger(result) ? undefined : result;
  };

const statics: Readonly<Record<string, PropertyFunction>> = {
  "system.io.directory::exists": (path) => (path.startsWith("/") ? statSync(path, { throwIfNoEntry: false })?.isDirectory() === true : undefined),
  "system.io.file::exists": (path) => (path.startsWith("/") ? statSync(path, { throwIfNoEntry: false })?.isFile() === true : undefined),
  "system.string::copy": (text) => text,
  "system.string::isnullorempty": (text) => text === "",
  "system.string::isnullorwhitespace": (text) => text.trim() === "",
  "system.io.path::combine": combine,
  "system.io.path::directoryseparatorchar": () => "/",
  "system.io.path::getdirectoryname": (path) => toSlashes(path).replace(/\/?[^/]*$/, ""),
  "system.io.path::getextension": (path) => posix.extname(toSlashes(path)),
  "system.io.path::getfilename": (path) => toSlashes(path).replace(/^.*\//, ""),
  "system.io.path::getfilenamewithoutextension": (path) => toSlashes(path).replace(/^.*\/|\.[^./]*$/g, ""),
  "system.io.path::getfullpath": (path) => (path.startsWith("/") ? keepSlash(path, resolve(toSlashes(path))) : undefined),
  "system.environment::getenvironmentvariable": (name) => process.env[name] ?? "",
  "system.operatingsystem::islinux": () => isSystem("linux"),
  "system.operatingsystem::ismacos": () => isSystem("macos"),
  "system.operatingsystem::iswindows": () => isSystem("windows"),
  "system.runtime.interopservices.osplatform::linux": () => "LINUX",
  "system.runtime.interopservices.osplatform::osx": () => "OSX",
  "system.runtime.interopservices.osplatform::windows": () => "WINDOWS",
  "system.runtime.interopservices.runtimeinformation::isosplatform": isSystem,
  "msbuild::add": whole((a, b) => a + b),
  "msbuild::ensuretrailingslash": (path) => withSlash(toSlashes(path)),
  "msbuild::gettargetframeworkidentifier": (framework) => inferFramework(framework)?.identifier,
  "msbuild::gettargetframeworkversion": (framework) => inferFramework(framework)?.version,
  "msbuild::isosplatform": isSystem,
  "msbuild::isosunixlike": () => process.platform !== "win32",
  "msbuild::istargetframeworkcompatible": (target, candidate) => isCompatible(target, candidate),
  "msbuild::modulo": whole((a, b) => (b === 0 ? undefined : a % b)),
  "msbuild::multiply": whole((a, b) => a * b),
  "msbuild::normalizedirectory": (...parts) => withSlash(resolve(combine(...parts))),
  "msbuild::normalizepath": (...parts) => keepSlash(combine(...parts), resolve(combine(...parts))),
  "msbuild::subtract": whole((a, b) => a - b),
  "msbuild::valueordefault": (value, instead) => (value === "" ? instead : value),
  "msbuild::versionequals": (a, b) => order(a, b) === 0,
  "msbuild::versiongreaterthan": (a, b) => order(a, b) > 0,
  "msbuild::versiongreaterthanorequals": (a, b) => order(a, b) >= 0,
  "msbuild::versionlessthan": (a, b) => order(a, b) < 0,
  "msbuild::versionlessthanorequals": (a, b) => order(a, b) <= 0,
  "msbuild::versionnotequals": (a, b) => order(a, b) !== 0,
};

/** A slash at the end stays there. */
const keepSlash = (written: string, path: string): string => (/[\\/]$/.test(written) ? withSlash(path) : path);

/** `9.0` is before `10.0`; what follows a minus does not count. */
const order = (a: string, b: string): number => {
  const [x = [], y = []] = [a, b].map((text) =>
    text
      .replace(/^v|-.*$/gi, "")
      .split(".")
      .map(Number),
  );
  return orderOfParts(x, y, 0);
};

/** The order of versions by their parts, a part that only one has against `missing`. */
export const orderOfParts = (x: readonly number[], y: readonly number[], missing: number): number => {
  const at = Array.from({ length: Math.max(x.length, y.length) }, (_, part) => part).find((part) => (x[part] ?? missing) !== (y[part] ?? missing));
  return at === undefined ? 0 : (x[at] ?? missing) - (y[at] ?? missing);
};

interface Framework {
  readonly identifier: ".NETCoreApp" | ".NETStandard" | ".NETFramework";
  readonly version: string;
}

/** What a framework's short name stands for; undefined for those with a platform. */
export const inferFramework = (name: string): Framework | undefined => {
  const [, family = "", version = ""] = /^(net|netcoreapp|netstandard)(\d[\d.]*)$/i.exec(name.trim()) ?? [];
  if (version === "") return undefined;
  if (/standard/i.test(family)) return { identifier: ".NETStandard", version };
  if (!version.includes(".")) return { identifier: ".NETFramework", version: [...version].join(".") };
  return { identifier: ".NETCoreApp", version };
};

/** The newest .NET Standard that a platform takes part in, by the first version that does. */
const standards: Readonly<Record<string, readonly (readonly [from: string, standard: string])[]>> = {
  ".NETCoreApp": [
    ["3.0", "2.1"],
    ["2.0", "2.0"],
    ["1.0", "1.6"],
  ],
  ".NETFramework": [
    ["4.6.1", "2.0"],
    ["4.6", "1.3"],
    ["4.5", "1.1"],
  ],
};

/** Whether code for `candidate` may be used by a project for `target`; undefined for frameworks with a platform. */
const isCompatible = (target: string, candidate: string): boolean | undefined => {
  const [wanted, offered] = [target, candidate].map(inferFramework);
  if (wanted === undefined || offered === undefined) return undefined;
  if (wanted.identifier === offered.identifier) return order(wanted.version, offered.version) >= 0;
  if (offered.identifier !== ".NETStandard") return false;
  const standard = standards[wanted.identifier]?.find(([from]) => order(wanted.version, from) >= 0)?.[1];
  return standard !== undefined && order(standard, offered.version) >= 0;
};
