/** Reads projects with the .NET SDK's own evaluation: the true answer, for 0.8 s a project. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { compilerOptions, compilerProperties } from "./compiler-options.ts";
import { toSlashes } from "./msbuild-functions.ts";
import { type Cracked, type CrackOptions, isBuildOnly, readText } from "./project.ts";
import { inputsOf } from "./static-reader.ts";
import { type Element, parseXml } from "./xml.ts";

const properties = [
  "TargetFramework",
  "TargetFrameworks",
  ...compilerProperties,
  "MSBuildAllProjects",
  "ProjectAssetsFile",
  "DirectoryBuildPropsPath",
  "DirectoryBuildTargetsPath",
  "DirectoryPackagesPropsPath",
];
const items = ["CompileBefore", "Compile", "CompileAfter", "ProjectReference", "PackageReference", "PackageVersion"];

interface Item {
  readonly Identity: string;
  readonly FullPath: string;
  readonly Version?: string;
  readonly VersionOverride?: string;
  readonly PrivateAssets?: string;
  readonly IncludeAssets?: string;
  readonly ExcludeAssets?: string;
  readonly DefiningProjectFullPath?: string;
}
interface Evaluation {
  readonly Properties: Readonly<Record<string, string>>;
  readonly Items: Readonly<Record<string, readonly Item[] | undefined>>;
}

let available: boolean | undefined;

/** Whether a .NET SDK is installed: a `dotnet` on the PATH with an `sdk` folder beside it. Nothing is run, which would take longer than reading a project. */
export const hasSdk = (): boolean => {
  available ??= (process.env.PATH ?? "").split(delimiter).some((folder) => {
    const program = join(folder, process.platform === "win32" ? "dotnet.exe" : "dotnet");
    if (folder === "" || !existsSync(program)) return false;
    const sdks = join(dirname(realpathSync(program)), "sdk");
    return existsSync(sdks) && readdirSync(sdks).length > 0;
  });
  return available;
};

const quiet = { DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1", DOTNET_SKIP_FIRST_TIME_EXPERIENCE: "1", DOTNET_CLI_UI_LANGUAGE: "en", MSBUILDDISABLENODEREUSE: "1" };

export const readProjectWithMsbuild = async (file: string, options: CrackOptions): Promise<Cracked> => {
  if (!hasSdk()) return { diagnostics: [diagnostics.noSdk({}, { file })] };
  const parsed = parseXml(readText(file));
  if (!("root" in parsed)) return { diagnostics: [diagnostics.malformedProject({ reason: parsed.reason }, { file, range: parsed.range })] };
  const evaluate = async (given: readonly string[]): Promise<Evaluation | string> => {
    const args = ["msbuild", file, `-p:Configuration=${options.configuration}`, ...given, `-getProperty:${properties.join(",")}`, `-getItem:${items.join(",")}`, "-nologo"];
    const result = await execa("dotnet", args, { reject: false, env: quiet, cwd: dirname(file) });
    if (result.exitCode !== 0) return `${result.stdout}\n${result.stderr}`.trim();
    return JSON.parse(result.stdout.slice(result.stdout.indexOf("{"))) as Evaluation;
  };
  let answer = await evaluate([]);
  if (typeof answer !== "string" && answer.Properties.TargetFramework === "" && answer.Properties.TargetFrameworks !== "") {
    const [framework] = answer.Properties.TargetFrameworks.split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (framework !== undefined) answer = await evaluate([`-p:TargetFramework=${framework}`]);
  }
  if (typeof answer === "string") return { diagnostics: [failure(answer, file)] };
  const { Properties: values, Items: found } = answer;
  const named = (name: string): { path: string; text: string; file: string; range?: Element["range"] }[] =>
    (found[name] ?? []).map((item, at, all) => {
      const text = toSlashes(item.Identity);
      const before = all.slice(0, at).filter(({ Identity }) => Identity === item.Identity).length;
      return { path: resolve(toSlashes(item.FullPath)), text, ...placeOf(parsed.root, name, text, item, file, before) };
    });
  const versions = new Map((found.PackageVersion ?? []).map((item) => [item.Identity.toLowerCase(), item.Version]));
  const defining = new Set([
    ...items.flatMap((name) => (found[name] ?? []).map((item) => item.DefiningProjectFullPath)),
    values.DirectoryBuildPropsPath,
    values.DirectoryBuildTargetsPath,
    values.DirectoryPackagesPropsPath,
  ]);
  return {
    diagnostics: [],
    project: {
      file,
      name: values.AssemblyName,
      outputKind: /^(exe|winexe)$/i.test(values.OutputType) ? "exe" : "library",
      sources: [...named("CompileBefore"), ...named("Compile"), ...named("CompileAfter")],
      references: named("ProjectReference"),
      packages: (found.PackageReference ?? []).map((item) => ({
        name: item.Identity,
        version: item.VersionOverride || item.Version || versions.get(item.Identity.toLowerCase()),
        buildOnly: isBuildOnly(item.PrivateAssets, item.IncludeAssets, item.ExcludeAssets),
        ...placeOf(parsed.root, "PackageReference", item.Identity, item, file),
      })),
      ...(values.ProjectAssetsFile === "" ? {} : { assets: resolve(dirname(file), toSlashes(values.ProjectAssetsFile)) }),
      defines: [
        ...new Set(
          values.DefineConstants.split(";")
            .map((part) => part.trim())
            .filter((part) => part !== ""),
        ),
      ],
      options: compilerOptions({ ...values, WarningsAsErrors: values.WarningsAsErrors.replace(/^3239;/, "") }),
      inputs: [...new Set([...inputsOf(file, options), ...defining])].filter((path) => path !== undefined && path !== "" && !/[\\/]sdk[\\/]/.test(path)) as string[],
    },
  };
};

/** Where the project file itself names an item, which it has named `before` times; an imported file keeps its own name without a line. */
const placeOf = (root: Element, name: string, text: string, item: Item, file: string, before = 0): { file: string; range?: Element["range"] } => {
  const from = item.DefiningProjectFullPath;
  if (from !== undefined && from !== "" && resolve(from) !== file) return { file: from };
  const naming = (element: Element): Element[] => [
    ...(element.name === name ? (element.attributes.Include ?? "").split(";").filter((part) => toSlashes(part.trim()) === text) : []).map(() => element),
    ...element.children.flatMap(naming),
  ];
  const hits = naming(root);
  const hit = hits[before] ?? hits[0];
  return hit === undefined ? { file } : { file, range: hit.range };
};

/** MSBuild's own error, with its place: `path(4,5): error MSB4100: text [project]`. */
const failure = (output: string, file: string) => {
  const match = /^(.*?)\((\d+)(?:,(\d+))?\)\s*:\s*error (\w+)\s*:\s*(.*?)(?: \[[^\]]*\])?$/m.exec(output);
  if (match === null)
    return diagnostics.msbuildFailed(
      {
        reason:
          output
            .split("\n")
            .find((line) => line.trim() !== "")
            ?.trim() ?? "no output",
      },
      { file },
    );
  const line = Number(match[2]);
  const column = Math.max(0, Number(match[3] ?? 1) - 1);
  return diagnostics.msbuildFailed(
    { reason: `${match[4]}: ${match[5]}` },
    { file: match[1].trim(), range: { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 } },
  );
};
