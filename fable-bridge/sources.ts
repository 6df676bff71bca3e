/** The sources that a project lists: there, F#, and each once. */
import { statSync } from "node:fs";
import { extname } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { warningSeverity } from "./messages.ts";
import { type CrackedProject, type Named, placeOf } from "./project.ts";

/** What .NET's compiler says of a source that it is given twice, letter by letter: it takes it in its first place. */
const repeatedSource = 3551;

/** The project with each source once that is repeated as it is written; by another name its module is there twice. */
export const withoutRepeats = (project: CrackedProject): { project: CrackedProject; diagnostics: Diagnostic[] } => {
  const seen = new Set<string>();
  const repeats: Named[] = [];
  const sources = project.sources.filter((source) => {
    if (seen.has(source.text)) repeats.push(source);
    return !repeats.includes(source) && seen.add(source.text);
  });
  const severity = warningSeverity(repeatedSource, project.options);
  if (repeats.length === 0) return { project, diagnostics: [] };
  const said = severity === "error" ? diagnostics.fsharpError : diagnostics.fsharpWarning;
  const say = (source: Named): Diagnostic =>
    said(
      {
        number: repeatedSource,
        text: `The source file '${source.text}' already appeared in the compilation list. Please verify that it is included only once in the project file.`,
      },
      placeOf(source),
    );
  return { project: { ...project, sources }, diagnostics: severity === undefined ? [] : repeats.map(say) };
};

/** What is wrong with them. */
export const sourceProblems = ({ sources }: CrackedProject): Diagnostic[] => {
  const found: Diagnostic[] = [];
  const names = new Map<string, string>();
  for (const source of sources) {
    const place = placeOf(source);
    const before = names.get(source.path);
    if (before !== undefined) found.push(diagnostics.repeatedSource({ path: source.text, before }, place));
    names.set(source.path, source.text);
    if (statSync(source.path, { throwIfNoEntry: false })?.isFile() !== true) found.push(diagnostics.missingSource({ path: source.text }, place));
    else if (![".fs", ".fsi", ".fsx"].includes(extname(source.path))) found.push(diagnostics.wrongExtension({ path: source.text, expected: [".fs", ".fsi"] }, place));
  }
  return found;
};
