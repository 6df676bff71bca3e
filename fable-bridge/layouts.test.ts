/** Projects as people lay them out: what MSBuild said of each, and the static reader says too. With FUSABI_MSBUILD set, MSBuild is asked again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDefines, planProject } from "./graph.ts";
import type { CrackOptions } from "./project.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "fusabi layouts "));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const project = (body: string, sdk = "Microsoft.NET.Sdk"): string => `<Project Sdk="${sdk}">\n${body}\n</Project>\n`;
const exe = "<PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>";
const library = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";
const compile = (...names: string[]): string => `<ItemGroup>${names.map((name) => `<Compile Include="${name}" />`).join("")}</ItemGroup>`;
const properties = (body: string): string => `<PropertyGroup>${body}</PropertyGroup>`;
const define = (...names: string[]): string => `<DefineConstants>$(DefineConstants);${names.join(";")}</DefineConstants>`;
const props = (body: string): string => `<Project>${body}</Project>`;

interface Layout {
  readonly files: Readonly<Record<string, string>>;
  /** Sources that nothing but their names matters of. */
  readonly sources: readonly string[];
  /** By their numbers. */
  readonly warnings?: readonly string[];
  /** False where .NET's own tools of today do not read it. */
  readonly dotnet?: false;
  readonly expected: { readonly files: string; readonly defines?: string; readonly name?: string; readonly kind?: "library"; readonly options?: string };
}

/** By the path of the project that is read. */
const layouts: Readonly<Record<string, Layout>> = {
  "glob/App.fsproj": {
    files: { "App.fsproj": project(exe + compile("src/**/*.fs", "Main.fs")) },
    sources: ["src/B.fs", "src/A.fs", "src/a/D.fs", "src/a-b/E.fs", "src/a1.fs", "src/a10.fs", "src/a2.fs", "src/_u.fs", "src/.h/X.fs", "src/z/C.fs", "src/no.fsi", "Main.fs"],
    expected: { files: "src/.h/X.fs src/a-b/E.fs src/A.fs src/a/D.fs src/a1.fs src/a10.fs src/a2.fs src/B.fs src/z/C.fs src/_u.fs Main.fs" },
  },
  "excluded/App.fsproj": {
    files: {
      "App.fsproj": project(`${exe}<ItemGroup><Compile Include="*.fs" Exclude="Skip*.fs" /><Compile Include="gen/?.fs;gen/Last.fs" /><Compile Remove="gen/L*" /></ItemGroup>`),
    },
    sources: ["b.fs", "A.fs", "Skipped.fs", "gen/X.fs", "gen/XY.fs", "gen/Last.fs"],
    expected: { files: "A.fs b.fs gen/X.fs" },
  },
  "linked/App/App.fsproj": {
    files: {
      "App/App.fsproj": project(
        `${exe}<ItemGroup><Compile Include="..\\Shared\\Types.fs"><Link>Shared/Types.fs</Link></Compile><Compile Include="..\\Shared\\More.fs" Link="More.fs" /></ItemGroup>${compile("Main.fs")}`,
      ),
    },
    sources: ["Shared/Types.fs", "Shared/More.fs", "App/Main.fs"],
    expected: { files: "Shared/Types.fs Shared/More.fs App/Main.fs" },
  },
  "folders/App/App.fsproj": {
    files: {
      "Directory.Build.props": props(
        properties("<Root>$(MSBuildThisFileDirectory)</Root><Shared>$([MSBuild]::NormalizePath('$(MSBuildThisFileDirectory)', 'Shared'))</Shared>") +
          properties(define("$(MSBuildThisFileName.Replace('.', '_'))")),
      ),
      "App/App.fsproj": project(exe + compile("$(Root)Shared/Types.fs", "$(Shared)/More.fs", "$(MSBuildThisFileDirectory)Main.fs")),
    },
    sources: ["Shared/Types.fs", "Shared/More.fs", "App/Main.fs"],
    expected: { files: "Shared/Types.fs Shared/More.fs App/Main.fs", defines: "DEBUG Directory_Build TRACE" },
  },
  "frameworks/App.fsproj": {
    files: {
      "App.fsproj": project(
        properties("<OutputType>Exe</OutputType><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>") +
          `<PropertyGroup Condition="$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net8.0'))">${define("MODERN")}</PropertyGroup>` +
          `<ItemGroup><Compile Include="Old.fs" Condition="'$(TargetFramework)' == 'netstandard2.0'" /></ItemGroup>` +
          `<ItemGroup Condition="$(TargetFramework.StartsWith('net1'))"><Compile Include="New.fs" /></ItemGroup>${compile("Main.fs")}`,
      ),
    },
    sources: ["Old.fs", "New.fs", "Main.fs"],
    expected: { files: "New.fs Main.fs", defines: "DEBUG MODERN TRACE" },
  },
  "nested/src/App/App.fsproj": {
    files: {
      "Directory.Build.props": props(properties(`${define("TOP")}<LangVersion>latest</LangVersion>`)),
      "src/Directory.Build.props": props(
        `<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />` +
          properties(`${define("SRC")}<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>FS0025;44</WarningsNotAsErrors>`),
      ),
      "src/Directory.Build.targets": props(`<PropertyGroup Condition="'$(OutputType)'=='Exe'">${define("EXE")}</PropertyGroup>${compile("$(MSBuildThisFileDirectory)Last.fs")}`),
      "src/App/App.fsproj": project(exe + compile("Main.fs")),
    },
    sources: ["src/App/Main.fs", "src/Last.fs"],
    expected: { files: "App/Main.fs Last.fs", defines: "DEBUG EXE SRC TOP TRACE", options: "--warnaserror+ --warnaserror-:25,44 --langversion:latest" },
  },
  "legacy/App.fsproj": {
    files: {
      "App.fsproj": `<?xml version="1.0"?>\n<Project ToolsVersion="4.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">${exe}<PropertyGroup Condition=" '$(Configuration)|$(Platform)' == 'Debug|AnyCPU' "><DefineConstants>DEBUG;OLD</DefineConstants></PropertyGroup><Import Project="$(FSharpTargetsPath)\\FSharp\\1.0\\Microsoft.FSharp.Targets" Condition="!Exists('x')" /><Import Project="..\\.paket\\paket.targets" />${compile("Main.fs")}<ItemGroup><Reference Include="mscorlib" /></ItemGroup></Project>`,
    },
    sources: ["Main.fs"],
    expected: { files: "Main.fs", defines: "DEBUG OLD" },
    dotnet: false,
  },
  "web/App.fsproj": {
    files: { "App.fsproj": project(library + compile("Main.fs"), "Microsoft.NET.Sdk.Web") },
    sources: ["Main.fs"],
    expected: { files: "Main.fs" },
  },
  "sdks/App.fsproj": {
    files: {
      "App.fsproj": `<?xml version="1.0"?>\r\n<!-- old -->\r\n<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">\r\n<Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />\r\n${exe}${compile("Main.fs")}<Target Name="T" />\r\n<Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />\r\n</Project>`,
    },
    sources: ["Main.fs"],
    expected: { files: "Main.fs" },
  },
  "functions/App.fsproj": {
    files: {
      "App.fsproj": project(
        exe +
          properties(
            `<Combined>$([System.IO.Path]::Combine('src', 'A.fs'))</Combined><AssemblyName>$(MSBuildProjectName.Replace('App', 'Pap').ToLower())</AssemblyName>` +
              `<Up>$([System.String]::Copy('$(Configuration)').ToUpperInvariant())</Up>${define("X_$(Up)", "$([System.IO.Path]::GetFileNameWithoutExtension('a/b.c'))", "$([MSBuild]::ValueOrDefault('$(None)', 'none'))")}` +
              `<Newer Condition="$([MSBuild]::VersionGreaterThan('10.0', '9.0')) And $(Up.EndsWith('BUG'))">NEWER</Newer>${define("$(Newer)", "L$(Up.Length)")}`,
          ) +
          compile("$(Combined)", "Main.fs"),
      ),
    },
    sources: ["src/A.fs", "Main.fs"],
    expected: { files: "src/A.fs Main.fs", name: "pap", defines: "DEBUG L5 NEWER TRACE X_DEBUG b none" },
  },
  "chosen/App.fsproj": {
    files: {
      "App.fsproj": project(
        `${exe}<Choose><When Condition="'$(FABLE_COMPILER)' == 'true'">${compile("Js.fs")}</When><When Condition="'$(Configuration)'=='Debug' and Exists('Debug.fs')">${compile("Debug.fs")}</When><Otherwise>${compile("Net.fs")}</Otherwise></Choose>` +
          `<Import Project="build/*.props" /><ImportGroup Condition="Exists('local.props')"><Import Project="local.props" /></ImportGroup>${compile("Main.fs")}`,
      ),
      "local.props": props(properties(define("LOCAL"))),
      "build/b.props": props(properties("<Last>B</Last>")),
      "build/a.props": props(properties("<Last>A</Last>") + properties(define("$(Last)"))),
    },
    sources: ["Debug.fs", "Net.fs", "Main.fs"],
    expected: { files: "Debug.fs Main.fs", defines: "A DEBUG LOCAL TRACE" },
  },
  "generated/App.fsproj": {
    files: {
      "App.fsproj": project(
        `${exe}<ItemGroup><Compile Include="$(IntermediateOutputPath)Made.fs" /><Own Include="A.fs;B%20C.fs" /><Compile Include="@(Own)" /><Compile Update="A.fs"><Pack>false</Pack></Compile><None Include="**/*.md" /></ItemGroup>${compile("Main.fs")}`,
      ),
    },
    sources: ["obj/Debug/net10.0/Made.fs", "A.fs", "B C.fs", "Main.fs"],
    expected: { files: "obj/Debug/net10.0/Made.fs A.fs B C.fs Main.fs" },
  },
  "ordered/App.fsproj": {
    files: { "App.fsproj": project(`${exe}<ItemGroup><CompileAfter Include="Last.fs" /><Compile Include="A.fs;A.fs" /><CompileBefore Include="First.fs" /></ItemGroup>`) },
    sources: ["Last.fs", "A.fs", "First.fs"],
    expected: { files: "First.fs A.fs Last.fs" },
    warnings: ["FS3551"],
  },
  "tested/tests/App.Tests/App.Tests.fsproj": {
    files: {
      "src/App/App.fsproj": project(exe + compile("Main.fs")),
      "libs/B/B.fsproj": project(properties("<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>") + compile("B.fs")),
      "libs/A/A.fsproj": project(library + compile("A.fs")),
      "tests/App.Tests/App.Tests.fsproj": project(
        `${library}${compile("Tests.fs")}<ItemGroup><ProjectReference Include="..\\..\\libs\\**\\*.fsproj" /><ProjectReference Include="..\\..\\src\\App\\App.fsproj" PrivateAssets="all" /></ItemGroup>`,
      ),
    },
    sources: ["src/App/Main.fs", "libs/A/A.fs", "libs/B/B.fs", "tests/App.Tests/Tests.fs"],
    expected: { kind: "library", name: "App.Tests", files: "libs/A/A.fs libs/B/B.fs src/App/Main.fs tests/App.Tests/Tests.fs" },
  },
  "late/App/App.fsproj": {
    files: {
      "App/App.fsproj": project(
        `${exe}<ItemGroup Condition="'$(More)' == 'yes'"><compile Include="A.fs" /></ItemGroup><ItemGroup><Compile Include="Never.fs" Condition="'$(More)' == ''" />` +
          `<Made Include="gen/**/*.fs" /><Compile Include="@(made->'%(RelativeDir)%(Filename)%(Extension)')" /><Kind Include="B;C" /><Compile Include="@(Kind -> 'src/%(Identity).fs')" /></ItemGroup>` +
          `<ItemGroup Condition="'@(Compile)' != '' and '@(None)' == ''"><Compile Include="Main.fs" /></ItemGroup>${properties("<More>yes</More>")}`,
      ),
    },
    sources: ["App/A.fs", "App/gen/x/D.fs", "App/gen/E.fs", "App/src/B.fs", "App/src/C.fs", "App/Main.fs"],
    expected: { files: "A.fs gen/E.fs gen/x/D.fs src/B.fs src/C.fs Main.fs" },
  },
  "sdk/src/App.fsproj": {
    files: {
      "src/App.fsproj": project(
        exe +
          properties(
            `${[
              "Optimize)' == 'false",
              "DebugSymbols)' == 'true",
              "DebugType)' == 'portable",
              "Language)' == 'F#",
              "UsingMicrosoftNETSdk)' == 'true",
              "MSBuildRuntimeType)' == 'Core",
              "TargetFrameworkIdentifier)' == '",
              "Configurations)' == 'Debug;Release",
            ]
              .map((test, at) => `<DefineConstants Condition="'$(${test}'">$(DefineConstants);B${at}</DefineConstants>`)
              .join("")}<DirectoryBuildTargetsPath>$(MSBuildThisFileDirectory)../own.targets</DirectoryBuildTargetsPath>`,
          ) +
          compile("Main.fs"),
      ),
      "own.targets": props(
        properties(
          [
            "TargetFrameworkIdentifier)' == '.NETCoreApp",
            "TargetFrameworkVersion)' == 'v10.0",
            "Version)' == '1.0.0",
            "SolutionDir)' == '*Undefined*",
            "TargetName)' == 'App",
            "DefineConstants.Contains(`DEBUG`))' == 'True",
          ]
            .map((test, at) => `<DefineConstants Condition="'$(${test}'">$(DefineConstants);T${at}</DefineConstants>`)
            .join(""),
        ),
      ),
      "Directory.Build.targets": props(properties(define("NEVER"))),
    },
    sources: ["src/Main.fs"],
    expected: { files: "Main.fs", defines: "B0 B1 B2 B3 B4 B5 B6 B7 DEBUG T0 T1 T2 T3 T4 T5 TRACE" },
  },
  "values/Own Name.fsproj": {
    files: {
      "Own Name.fsproj": project(
        exe +
          properties(
            `<ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets><DisableImplicitConfigurationDefines>true</DisableImplicitConfigurationDefines><EnableDefaultCompileItems>true</EnableDefaultCompileItems><Wide>  a  </Wide><Some>x;y;z</Some>${[
              "'$(Wide)' != 'a' and '$(Wide.Trim())' == 'a'",
              "'10.0.1' &gt; '9.0.0' and '10.0' &lt; '11.0.1' and '1.2.3' &lt; '1.2.3.0'",
              "'on' == 'TRUE' and 'no' == 'False' and 'on' != 'off'",
              "$([MSBuild]::Add(2, $([MSBuild]::Multiply(3, 4)))) == 14 and '$([MSBuild]::Subtract(1, 3))' == '-2'",
              "'$(Some.Split(`;`)[1])' == 'y' and '$(Some.Remove(1))' == 'x'",
              "$([System.IO.File]::Exists('$(MSBuildThisFileDirectory)a.fs')) and !$([System.IO.Directory]::Exists('$(MSBuildThisFileDirectory)a.fs'))",
              "'$([MSBuild]::GetTargetFrameworkVersion($(TargetFramework)))' == '10.0' and '$(RootNamespace)' == 'Own_Name'",
            ]
              .map((test, at) => `<DefineConstants Condition="${test}">$(DefineConstants);V${at}</DefineConstants>`)
              .join("")}`,
          ),
      ),
      "Directory.Build.targets": props(properties(define("NEVER"))),
    },
    sources: ["a.fs", "B.fs", "bin/x.fs", "obj/y.fs", ".git/z.fs", "sub/C.fs"],
    expected: { name: "Own Name", files: "a.fs B.fs sub/C.fs", defines: "TRACE V0 V1 V2 V3 V4 V5 V6" },
  },
  "flags/Größe und Maß/Äpfel.fsproj": {
    files: {
      "Größe und Maß/Äpfel.fsproj": project(
        exe +
          properties(
            "<Version>1.2-$([System.DateTime]::Now.Year)</Version><WarnOn>3390;$(WarnOn)</WarnOn><NoWarn>$(NoWarn);NU1701;FS3370</NoWarn><OtherFlags>$(OtherFlags) --warnon:1182 --nowarn:64 -d:EXTRA --optimize+</OtherFlags><Nullable>enable</Nullable>",
          ) +
          compile("Hügel und Tal.fs"),
      ),
    },
    sources: ["Größe und Maß/Hügel und Tal.fs"],
    expected: { name: "Äpfel", files: "Hügel und Tal.fs", options: "--nowarn:3370 --warnon:3390 --checknulls+ --warnon:1182 --nowarn:64 --define:EXTRA" },
  },
};

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const planOf = async (path: string, cracker: CrackOptions["cracker"]) => {
  const folder = path.split("/")[0]!;
  const { files, sources, warnings = [] } = layouts[path]!;
  for (const [name, text] of Object.entries(files)) write(join(root, folder, name), text);
  for (const name of sources) write(join(root, folder, name), `module ${name.replace(/\W/g, "_")}`);
  const { plan, diagnostics } = await planProject(join(root, path), { configuration: "Debug", defines: [], cracker });
  expect(diagnostics.map(({ message }) => message.split(":")[0])).toEqual(warnings);
  const { name, outputKind: kind, job } = plan!;
  const defines = job.defines.filter((one) => !ownDefines.includes(one)).join(" ");
  return { files: job.files.map((file) => file.path).join(" "), defines, name, kind, options: job.options.filter((one) => one !== "--target:exe").join(" ") };
};

const crackers = process.env.FUSABI_MSBUILD ? (["static", "msbuild"] as const) : (["static"] as const);

describe.each(crackers)("the %s cracker reads", (cracker) => {
  test.each(Object.keys(layouts).filter((path) => cracker === "static" || layouts[path]!.dotnet !== false))("%s", async (path) => {
    const expected = { defines: "DEBUG TRACE", name: "App", kind: "exe", options: "", ...layouts[path]!.expected };
    expect(await planOf(path, cracker)).toEqual(expected);
  });
});
