/** Project properties as options of the F# compiler, the same from both crackers. */

/** Properties that say what is compiled and how. */
export const compilerProperties = [
  "OutputType",
  "AssemblyName",
  "DefineConstants",
  "NoWarn",
  "WarnOn",
  "LangVersion",
  "TreatWarningsAsErrors",
  "WarningsAsErrors",
  "WarningsNotAsErrors",
  "Nullable",
  "OtherFlags",
  "CheckForOverflowUnderflow",
] as const;

const numbers = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;,\s]+/)
      .map((part) => part.replace(/^FS0*/i, ""))
      .filter((part) => /^\d+$/.test(part)),
  ),
];

/** What an option asks for that F# has no version for. */
export const unknownLanguageVersions = (options: readonly string[]): string[] =>
  options
    .flatMap((option) => /^--langversion:(.*)$/i.exec(option)?.[1] ?? [])
    .filter((version) => !/^(preview|default|latest|latestmajor|4\.[67]|([5-9]|1[01])(\.0)?)$/i.test(version));

/** Options in a fixed order; what only concerns .NET's output is left out. */
export const compilerOptions = (properties: Readonly<Record<string, string>>): string[] => {
  const options: string[] = [];
  const list = (flag: string, text: string | undefined): void => {
    const found = numbers(text ?? "");
    if (found.length > 0) options.push(`${flag}:${found.join(",")}`);
  };
  list("--nowarn", properties.NoWarn);
  list("--warnon", properties.WarnOn);
  if (/^true$/i.test(properties.TreatWarningsAsErrors ?? "")) options.push("--warnaserror+");
  list("--warnaserror", properties.WarningsAsErrors);
  list("--warnaserror-", properties.WarningsNotAsErrors);
  if ((properties.LangVersion ?? "") !== "") options.push(`--langversion:${properties.LangVersion}`);
  if (/^enable$/i.test(properties.Nullable ?? "")) options.push("--checknulls+");
  if (/^true$/i.test(properties.CheckForOverflowUnderflow ?? "")) options.push("--checked+");
  for (const flag of (properties.OtherFlags ?? "").split(/\s+/))
    if (/^(--nowarn|--warnon|--warnaserror|--langversion|--checked|--checknulls|--define|-d)[:+-]/.test(flag)) options.push(flag.replace(/^-d:/, "--define:"));
  return options;
};
