/**
 * Every diagnostic of fusabi: a factory per code, from typed data and a place. Codes are stable and never reused.
 *
 *   diagnostics.missingSource({ path: "Util.fs" }, { file: "App.fsproj", range })
 *
 * FZ01xx project, FZ02xx F# compiler, FZ03xx Fable, FZ04xx lowering, FZ05xx artifact, FZ06xx run, FZ07xx command line and files.
 */
import type { Diagnostic, Place, Severity } from "./diagnostic.ts";

export interface DiagnosticFactory<Data> {
  (data: Data, place?: Place): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
}

function rule<Data>(code: string, severity: Severity, message: (data: Data) => string, help?: (data: Data) => string | undefined): DiagnosticFactory<Data> {
  const create = (data: Data, place: Place = {}): Diagnostic => {
    const helpText = help?.(data);
    return {
      code,
      severity,
      message: message(data),
      ...(place.file === undefined ? {} : { file: place.file }),
      ...(place.range === undefined ? {} : { range: place.range }),
      ...(place.labels === undefined ? {} : { labels: place.labels }),
      ...(helpText === undefined ? {} : { help: helpText }),
    };
  };
  return Object.assign(create, { code, severity });
}

/** What to do without namespaces that only .NET has, by the part of their name that the compiler says it does not know. */
const absentNamespaces: Readonly<Record<string, string>> = {
  AspNetCore: "ASP.NET Core is not available: let a server in JavaScript call functions of an F# library (docs/hosts.md)",
  Extensions: "packages that are compiled for .NET are not available: use one made for Fable, or let the host provide it",
};

/** What to do where a program changes files. */
export const changesFiles = "programs read files (`--allow-read`) but change none: print the text, or let the host write it in a function that the program imports";

/** What to do about what Fable refuses, by its words. */
const fableHelp: readonly (readonly [text: RegExp, help: string])[] = [
  [/^The static abstract member /, "pass what it gives as an argument, or make the function inline with a member constraint (^T : (static member …))"],
  [/^System\.IO\.(File|Directory|DirectoryInfo|FileInfo|FileStream|StreamWriter|StreamReader)\b/, changesFiles],
  [/^System\.Text\.Json\b/, "read and write JSON in F#, or use a package made for Fable, such as Thoth.Json"],
];

interface PackageName {
  readonly name: string;
  readonly version?: string;
}
const packageName = ({ name, version }: PackageName): string => `the package ${name}${version ? ` ${version}` : ""}`;

const quoteAll = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

export const diagnostics = {
  // project
  noSuchInput: rule(
    "FZ0101",
    "error",
    (d: { path: string; near?: readonly string[] }) => `no such file or folder: \`${d.path}\``,
    (d) => (d.near?.length ? `did you mean ${quoteAll(d.near)}?` : "give the path of an .fsproj, an .fsx or a .fzb, or a folder that contains one project"),
  ),
  malformedProject: rule(
    "FZ0102",
    "error",
    (d: { reason: string }) => `the project file is not well-formed XML: ${d.reason}`,
    () => "correct the XML; `dotnet msbuild` would refuse it too",
  ),
  missingSource: rule(
    "FZ0103",
    "error",
    (d: { path: string }) => `the project lists \`${d.path}\`, which is not on disk`,
    () => "create the file, correct its path, or remove the Compile item",
  ),
  referenceCycle: rule(
    "FZ0104",
    "error",
    (d: { cycle: readonly string[] }) => `the project references form a cycle: ${d.cycle.join(" -> ")}`,
    () => "remove one of these ProjectReference items, or move what both need into a third project",
  ),
  severalProjects: rule(
    "FZ0105",
    "error",
    (d: { folder: string; projects: readonly string[] }) => `the folder \`${d.folder}\` contains ${d.projects.length} projects: ${d.projects.join(", ")}`,
    (d) => `name one of them, for instance \`${d.folder === "." ? "" : `${d.folder.replace(/\/$/, "")}/`}${d.projects[0]}\``,
  ),
  noProject: rule(
    "FZ0106",
    "error",
    (d: { folder: string }) => `\`${d.folder}\` contains no .fsproj`,
    () => "name a project file, or a folder that contains one",
  ),
  unevaluatedElement: rule(
    "FZ0107",
    "error",
    (d: { element: string; reason: string }) => `the static project reader cannot evaluate ${d.element}: ${d.reason}`,
    () => "install a .NET SDK and use `--cracker msbuild`, or write it without MSBuild's functions",
  ),
  unsupportedPackage: rule(
    "FZ0108",
    "error",
    (d: PackageName) => `${packageName(d)} contains no F# source that Fable can compile`,
    () => "use a package made for Fable (it has a `fable/` folder), or add its source to the project",
  ),
  packageNotRestored: rule(
    "FZ0109",
    "error",
    (d: PackageName & { folder: string }) => `${packageName(d)} is not in the NuGet folder ${d.folder}`,
    () => "run `dotnet restore` on the project first",
  ),
  msbuildFailed: rule(
    "FZ0110",
    "error",
    (d: { reason: string }) => `\`dotnet msbuild\` could not evaluate the project: ${d.reason}`,
    () => "correct the project, or read it without .NET with `--cracker static`",
  ),
  noSdk: rule(
    "FZ0111",
    "error",
    (_: Record<never, never>) => "`--cracker msbuild` needs a .NET SDK, and there is no `dotnet` on the PATH",
    () => "install one, or use `--cracker static`",
  ),
  missingReference: rule(
    "FZ0112",
    "error",
    (d: { path: string }) => `the referenced project \`${d.path}\` is not on disk`,
    () => "correct the path of the ProjectReference, or remove it",
  ),
  noSources: rule(
    "FZ0113",
    "error",
    (_: Record<never, never>) => "the project has no Compile items",
    () => 'add `<Compile Include="Program.fs" />` to an ItemGroup',
  ),
  wrongExtension: rule(
    "FZ0114",
    "error",
    (d: { path: string; expected: readonly string[] }) => `\`${d.path}\` is not ${d.expected.join(" or ")}`,
    (d) => {
      if (/\.fsi?$/.test(d.path)) return "name the project that lists this file, or make it a script (.fsx)";
      return d.expected.every((one) => one.includes(".fzb")) ? "`fusabi build` makes artifacts, and prints where they are" : undefined;
    },
  ),
  scriptDirective: rule("FZ0115", "error", (d: { directive: string; reason: string }) => `the directive ${d.directive} is not supported: ${d.reason}`),
  scriptCycle: rule("FZ0116", "error", (d: { cycle: readonly string[] }) => `the scripts load each other: ${d.cycle.join(" -> ")}`),
  foreignLanguageReference: rule(
    "FZ0117",
    "error",
    (d: { path: string }) => `the referenced project \`${d.path}\` is not an F# project`,
    () => "Fable compiles F# source only",
  ),
  unknownLanguageVersion: rule(
    "FZ0118",
    "error",
    (d: { version: string }) => `F# has no version ${d.version}`,
    () => "set <LangVersion> to `latest`, `preview` or a version such as `9.0`, or remove it",
  ),
  testPackage: rule(
    "FZ0119",
    "error",
    (d: PackageName) => `${packageName(d)} runs tests on .NET only`,
    () => "run this project with `dotnet test`, and build the projects that it tests",
  ),
  unneededPackage: rule(
    "FZ0120",
    "warning",
    (d: PackageName) => `${packageName(d)} is left out, and nothing that is compiled needs it`,
    () => 'remove the reference, or give it PrivateAssets="all" if only builds use it',
  ),
  repeatedSource: rule(
    "FZ0121",
    "error",
    (d: { path: string; before: string }) => `the project lists \`${d.path}\` twice, before as \`${d.before}\``,
    () => "remove one of the Compile items",
  ),

  // F# compiler
  fsharpError: rule(
    "FZ0201",
    "error",
    (d: { number?: number; text: string }) => withNumber(d),
    (d) => absentNamespaces[/^The namespace '(\w+)' is not defined/.exec(d.text)?.[1] ?? ""],
  ),
  fsharpWarning: rule("FZ0202", "warning", (d: { number?: number; text: string }) => withNumber(d)),
  fsharpInfo: rule("FZ0203", "info", (d: { number?: number; text: string }) => withNumber(d)),

  // Fable
  fableError: rule(
    "FZ0301",
    "error",
    (d: { text: string }) => d.text,
    (d) => fableHelp.find(([text]) => text.test(d.text))?.[1],
  ),
  fableWarning: rule("FZ0302", "warning", (d: { text: string }) => d.text),
  fableInfo: rule("FZ0303", "info", (d: { text: string }) => d.text),
  fableCrashed: rule(
    "FZ0304",
    "error",
    (d: { reason: string }) => `the Fable compiler stopped unexpectedly: ${d.reason}`,
    () => "reduce the program to the part that causes it and report it, with this message",
  ),
  fableTimeout: rule(
    "FZ0305",
    "error",
    (d: { seconds: number }) => `the Fable compiler gave no answer for ${d.seconds} seconds`,
    () => "divide the project, or report it if it is small",
  ),
  fableChanged: rule(
    "FZ0306",
    "error",
    (d: { found: string; expected: string }) => `the installed Fable packages are not the ones this fusabi knows: found ${d.found}, expected ${d.expected}`,
    () => "install the versions that fusabi pins: `npm install`",
  ),

  // lowering
  unsupportedConstruct: rule(
    "FZ0401",
    "error",
    (d: { what: string; help?: string }) => `${d.what} is not supported`,
    (d) => d.help,
  ),
  unknownGlobal: rule(
    "FZ0402",
    "error",
    (d: { name: string }) => `\`${d.name}\` belongs to a browser or to Node, which fusabi programs do not see`,
    () => "let the host offer it as an import",
  ),
  unknownLibraryMember: rule("FZ0403", "error", (d: { module: string; name: string }) => `Fable's library function ${d.name} of ${d.module} is not available`),
  missingModule: rule("FZ0404", "error", (d: { path: string }) => `the module ${d.path} cannot be found`),
  unparsedModule: rule(
    "FZ0405",
    "error",
    (d: { reason: string }) => `Fable's output cannot be parsed: ${d.reason}`,
    () => "this is a bug in fusabi or in Fable; please report it",
  ),
  unknownAnnotation: rule(
    "FZ0406",
    "error",
    (d: { name: string }) => `the operation ${d.name} is not known to this fusabi`,
    () => "this is a bug in fusabi; please report it",
  ),
  tooLarge: rule("FZ0407", "error", (d: { what: string; limit: number }) => `${d.what} is too large: the limit is ${d.limit}`),
  noEntry: rule("FZ0408", "error", (_: Record<never, never>) => "the program has nothing to run: no entry point and no top-level code"),
  lossyConstruct: rule("FZ0409", "warning", (d: { what: string }) => d.what),

  // artifact
  invalidArtifact: rule(
    "FZ0501",
    "error",
    (d: { text: string; where: string }) => `not a valid artifact: ${d.text} (${d.where})`,
    () => "build it again with this version of fusabi",
  ),
  invalidState: rule(
    "FZ0503",
    "error",
    (d: { text: string }) => `not a state to go on from: ${d.text}`,
    () => "name the file that `run --snapshot` wrote, and the very artifact that ran",
  ),
  invalidOutput: rule(
    "FZ0502",
    "error",
    (d: { text: string; where: string }) => `the module that was built is not valid: ${d.text} (${d.where})`,
    () => "this is a bug in fusabi; please report it",
  ),

  // run
  missingImport: rule("FZ0601", "error", (d: { name: string }) => `the program imports ${d.name}, which this host does not have`),
  refusedCapability: rule(
    "FZ0602",
    "error",
    (d: { capability: string; scope?: string; flag?: string }) => `the program needs the capability \`${d.capability}\`${d.scope === undefined ? "" : ` for ${d.scope}`}, which was not granted`,
    (d) => (d.flag ? `run it with ${d.flag}` : undefined),
  ),
  limitSpent: rule(
    "FZ0603",
    "error",
    (d: { limit: string; amount: number | undefined; flag: string }) => `stopped: the ${d.limit} limit${d.amount === undefined ? "" : ` of ${d.amount}${d.limit === "time" ? " seconds" : ""}`} was reached`,
    (d) => `raise it with ${d.flag}`,
  ),
  interrupted: rule("FZ0604", "error", (_: Record<never, never>) => "interrupted"),
  notRunnable: rule(
    "FZ0605",
    "error",
    (d: { path: string }) => `\`${d.path}\` is a library: it has no entry point`,
    () => "set <OutputType>Exe</OutputType> in the project",
  ),
  libraryRun: rule(
    "FZ0606",
    "warning",
    (_: Record<never, never>) => "the project is a library: running it only initialises its files",
    () => "set <OutputType>Exe</OutputType> in the project, or run a project that refers to it",
  ),

  // command line and files
  cannotWrite: rule("FZ0701", "error", (d: { path: string; reason: string }) => `cannot write \`${d.path}\`: ${d.reason}`),
  cannotRead: rule("FZ0702", "error", (d: { path: string; reason: string }) => `cannot read \`${d.path}\`: ${d.reason}`),
  badArgument: rule("FZ0703", "error", (d: { flag: string; value: string; expected: string }) => `${d.flag} ${d.value}: expected ${d.expected}`),
  nothingMatched: rule("FZ0704", "error", (d: { pattern: string }) => `nothing matches \`${d.pattern}\``),
  sameOutput: rule(
    "FZ0705",
    "error",
    (d: { path: string; projects: readonly string[] }) => `${d.projects.join(" and ")} would both be written to ${d.path}`,
    () => "build them with different -o folders, or give them different AssemblyNames",
  ),
} as const;

function withNumber(data: { number?: number; text: string }): string {
  return data.number === undefined ? data.text : `FS${String(data.number).padStart(4, "0")}: ${data.text}`;
}

export type DiagnosticName = keyof typeof diagnostics;
