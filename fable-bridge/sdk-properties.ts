/** What .NET's SDK says of an F# project around the project's own text, as MSBuild text: a project reads the first, `Directory.Build.targets` both. */

/** What SDKs that F# projects use make where nothing is said. */
export const outputTypes: Readonly<Record<string, string>> = {
  "Microsoft.NET.Sdk": "Library",
  "Microsoft.NET.Sdk.BlazorWebAssembly": "Exe",
  "Microsoft.NET.Sdk.Razor": "Library",
  "Microsoft.NET.Sdk.Web": "Exe",
  "Microsoft.NET.Sdk.Worker": "Exe",
};

const sdkProps = `<Project>
  <PropertyGroup>
    <Language>F#</Language>
    <UsingMicrosoftNETSdk>true</UsingMicrosoftNETSdk>
    <MSBuildRuntimeType>Core</MSBuildRuntimeType>
    <MSBuildToolsVersion>Current</MSBuildToolsVersion>
    <AssemblyName Condition="'$(AssemblyName)' == ''">$(MSBuildProjectName)</AssemblyName>
    <RootNamespace Condition="'$(RootNamespace)' == ''">$(MSBuildProjectName.Replace(' ', '_'))</RootNamespace>
    <BaseIntermediateOutputPath Condition="'$(BaseIntermediateOutputPath)' == ''">obj/</BaseIntermediateOutputPath>
    <Configurations Condition="'$(Configurations)' == ''">Debug;Release</Configurations>
    <Platforms Condition="'$(Platforms)' == ''">AnyCPU</Platforms>
    <DebugType Condition="'$(DebugType)' == ''">portable</DebugType>
    <DebugSymbols Condition="'$(DebugSymbols)' == '' and '$(Configuration)' == 'Debug'">true</DebugSymbols>
    <DebugSymbols Condition="'$(DebugSymbols)' == ''">false</DebugSymbols>
    <Optimize Condition="'$(Optimize)' == '' and '$(Configuration)' == 'Debug'">false</Optimize>
    <Optimize Condition="'$(Optimize)' == '' and '$(Configuration)' == 'Release'">true</Optimize>
    <Tailcalls Condition="'$(Tailcalls)' == '' and '$(Configuration)' == 'Debug'">false</Tailcalls>
    <Tailcalls Condition="'$(Tailcalls)' == '' and '$(Configuration)' == 'Release'">true</Tailcalls>
    <Deterministic Condition="'$(Deterministic)' == ''">true</Deterministic>
    <AllowUnsafeBlocks Condition="'$(AllowUnsafeBlocks)' == ''">false</AllowUnsafeBlocks>
    <CheckForOverflowUnderflow Condition="'$(CheckForOverflowUnderflow)' == ''">false</CheckForOverflowUnderflow>
    <GeneratePackageOnBuild Condition="'$(GeneratePackageOnBuild)' == ''">false</GeneratePackageOnBuild>
    <EnableDefaultItems Condition="'$(EnableDefaultItems)' == ''">true</EnableDefaultItems>
    <EnableDefaultCompileItems Condition="'$(EnableDefaultCompileItems)' == ''">false</EnableDefaultCompileItems>
    <EnableDefaultNoneItems Condition="'$(EnableDefaultNoneItems)' == ''">false</EnableDefaultNoneItems>
    <TreatWarningsAsErrors Condition="'$(TreatWarningsAsErrors)' == ''">false</TreatWarningsAsErrors>
    <WarningLevel Condition="'$(WarningLevel)' == ''">3</WarningLevel>
    <DefineConstants Condition="'$(DefineConstants)' != ''">$(DefineConstants);</DefineConstants>
    <DefineConstants>$(DefineConstants)TRACE</DefineConstants>
  </PropertyGroup>
  <ItemGroup Condition="'$(EnableDefaultItems)' == 'true' and '$(EnableDefaultCompileItems)' == 'true'">
    <Compile Include="**/*.fs" Exclude="$(DefaultItemExcludes);bin/**;obj/**;**/.*/**" />
  </ItemGroup>
</Project>`;

const sdkTargets = `<Project>
  <PropertyGroup>
    <TargetFrameworkMoniker Condition="'$(TargetFramework)' != ''">$(TargetFrameworkIdentifier),Version=$(TargetFrameworkVersion)</TargetFrameworkMoniker>
    <DefaultLanguageSourceExtension>.fs</DefaultLanguageSourceExtension>
    <ConfigurationName>$(Configuration)</ConfigurationName>
    <PlatformName>$(Platform)</PlatformName>
    <ProjectDir>$(MSBuildProjectDirectory)/</ProjectDir>
    <ProjectExt>$(MSBuildProjectExtension)</ProjectExt>
    <ProjectFileName>$(MSBuildProjectFile)</ProjectFileName>
    <ProjectName>$(MSBuildProjectName)</ProjectName>
    <ProjectPath>$(MSBuildProjectFullPath)</ProjectPath>
    <SolutionDir Condition="'$(SolutionDir)' == ''">*Undefined*</SolutionDir>
    <SolutionExt Condition="'$(SolutionExt)' == ''">*Undefined*</SolutionExt>
    <SolutionFileName Condition="'$(SolutionFileName)' == ''">*Undefined*</SolutionFileName>
    <SolutionName Condition="'$(SolutionName)' == ''">*Undefined*</SolutionName>
    <SolutionPath Condition="'$(SolutionPath)' == ''">*Undefined*</SolutionPath>
    <TargetName Condition="'$(TargetName)' == ''">$(AssemblyName)</TargetName>
    <VersionPrefix Condition="'$(VersionPrefix)' == ''">1.0.0</VersionPrefix>
    <Version Condition="'$(Version)' == '' and '$(VersionSuffix)' != ''">$(VersionPrefix)-$(VersionSuffix)</Version>
    <Version Condition="'$(Version)' == ''">$(VersionPrefix)</Version>
    <AppendTargetFrameworkToOutputPath Condition="'$(AppendTargetFrameworkToOutputPath)' == ''">true</AppendTargetFrameworkToOutputPath>
    <IntermediateOutputPath Condition="'$(IntermediateOutputPath)' == ''">$(BaseIntermediateOutputPath)$(Configuration)/</IntermediateOutputPath>
    <IntermediateOutputPath Condition="'$(AppendTargetFrameworkToOutputPath)' == 'true' and '$(TargetFramework)' != ''">$(IntermediateOutputPath)$(TargetFramework)/</IntermediateOutputPath>
  </PropertyGroup>
  <PropertyGroup Condition="'$(DisableImplicitConfigurationDefines)' != 'true'">
    <ImplicitConfigurationDefine>$(Configuration.ToUpperInvariant().Replace('-', '_').Replace('.', '_'))</ImplicitConfigurationDefine>
    <DefineConstants>$(DefineConstants);$(ImplicitConfigurationDefine)</DefineConstants>
  </PropertyGroup>
</Project>`;

/** The texts by the places where their elements are evaluated. */
export const sdkTexts = { before: sdkProps, after: sdkTargets } as const;

/** What only an installed SDK knows, or one that has restored the project; the last ones only behind the project's text. */
export const installed: Readonly<Record<keyof typeof sdkTexts, readonly string[]>> = {
  before: [
    "BundledMSBuildVersion",
    "BundledNETCoreAppPackageVersion",
    "BundledNETCoreAppTargetFrameworkVersion",
    "FSCorePackageVersion",
    "FSharpCoreMaximumMajorVersion",
    "MSBuildAssemblyVersion",
    "MSBuildBinPath",
    "MSBuildExtensionsPath",
    "MSBuildExtensionsPath32",
    "MSBuildExtensionsPath64",
    "MSBuildFileVersion",
    "MSBuildSDKsPath",
    "MSBuildSemanticVersion",
    "MSBuildStartupDirectory",
    "MSBuildToolsPath",
    "MSBuildUserExtensionsPath",
    "MSBuildVersion",
    "NETCoreAppMaximumVersion",
    "NETCoreSdkPortableRuntimeIdentifier",
    "NETCoreSdkRuntimeIdentifier",
    "NETCoreSdkVersion",
    "NetCoreRoot",
    "NetCoreTargetingPackRoot",
    "NuGetPackageRoot",
    "SdkAnalysisLevel",
    "VisualStudioVersion",
  ],
  after: ["BaseOutputPath", "OutDir", "OutputPath", "PackageOutputPath", "PublishDir", "TargetDir", "TargetExt", "TargetFileName", "TargetPath", "TargetRefPath"],
};
