/** The project file of a program that is made to be run on .NET too: in the invariant culture, as guests are. */
export const generatedProject = (files: readonly string[], properties: Readonly<Record<string, string>> = {}): string => {
  const all = { OutputType: "Exe", TargetFramework: "net10.0", InvariantGlobalization: "true", SatelliteResourceLanguages: "en", ...properties };
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
${Object.entries(all)
  .map(([name, value]) => `    <${name}>${value}</${name}>`)
  .join("\n")}
  </PropertyGroup>
  <ItemGroup>
${files.map((file) => `    <Compile Include="${file}" />`).join("\n")}
  </ItemGroup>
</Project>
`;
};
