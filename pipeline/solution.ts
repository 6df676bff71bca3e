/** What solutions list. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const isSolution = (file: string): boolean => /\.(slnx?|slnf)$/i.test(file);

/** The one solution in a folder. */
export const solutionIn = (folder: string): string | undefined => {
  const [only, ...others] = readdirSync(folder).filter((name) => /\.slnx?$/i.test(name));
  return only === undefined || others.length > 0 ? undefined : path.join(folder, only);
};

/**
 * The F# projects that a solution lists, in its order: `Project("{…}") = "App", "App\App.fsproj", …`, `<Project Path="App/App.fsproj" />`, or a filter's
 * `{ "solution": { "path": "..\\All.sln", "projects": ["App\\App.fsproj"] } }`, whose projects are named from the solution's folder.
 */
export const projectsOf = (file: string): string[] => {
  const text = readFileSync(file, "utf8");
  const whole = /\.slnf$/i.test(file) ? (/"path"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? "") : "";
  const folder = path.join(path.dirname(file), path.dirname(toSlashes(whole)));
  return [...text.matchAll(/"([^"]*\.fsproj)"/gi)].map(([, named = ""]) => path.join(folder, toSlashes(named)));
};

const toSlashes = (text: string): string => text.replaceAll(/\\+/g, "/");
