/** Scripts: `.fsx` with `#load`, in the order F# loads them. */
import { existsSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import type { Diagnostic, Range } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { toSlashes } from "./msbuild-functions.ts";
import { type Cracked, type Named, type PackageItem, readText } from "./project.ts";

const directive = /^(\s*)#(load|r|I|nowarn|time|help|quit|indent)\b(.*)$/;
const quoted = /"""([^"]*)"""|@?"([^"]*)"/g;

export const readScript = (file: string): Cracked => {
  const found: Diagnostic[] = [];
  const sources: Named[] = [];
  const packages: PackageItem[] = [];
  const texts = new Map<string, string>();
  const nowarn: string[] = [];
  const done = new Set<string>();

  const visit = (path: string, named: Omit<Named, "path">, chain: readonly string[]): void => {
    if (done.has(path)) return;
    const text = readText(path);
    const folders = [dirname(path)];
    const lines = text.split("\n").map((line, at) => {
      const match = directive.exec(line.replace(/\r$/, ""));
      if (match === null) return line;
      const range: Range = { startLine: at + 1, startColumn: match[1].length, endLine: at + 1, endColumn: line.replace(/\s+$/, "").length };
      const place = { file: path, range };
      const args = [...match[3].matchAll(quoted)].map((hit) => hit[1] ?? hit[2]);
      switch (match[2]) {
        case "load":
          for (const arg of args) {
            const target = folders.map((folder) => resolve(folder, toSlashes(arg))).find((candidate) => existsSync(candidate));
            const cycle = target === undefined ? -1 : [...chain, path].indexOf(target);
            if (target === undefined) found.push(diagnostics.missingSource({ path: arg }, place));
            else if (cycle >= 0) found.push(diagnostics.scriptCycle({ cycle: [...[...chain, path].slice(cycle), target].map((name) => basename(name)) }, place));
            else if (![".fs", ".fsi", ".fsx"].includes(extname(target))) found.push(diagnostics.wrongExtension({ path: arg, expected: [".fs", ".fsx"] }, place));
            else visit(target, { text: arg, file: path, range }, [...chain, path]);
          }
          return "";
        case "r":
          for (const arg of args) {
            const nuget = /^nuget:\s*([^,\s]+)\s*(?:,\s*([^\s,]+))?/i.exec(arg);
            if (nuget !== null) packages.push({ name: nuget[1], version: nuget[2], file: path, range });
            else found.push(diagnostics.scriptDirective({ directive: `#r "${arg}"`, reason: "assemblies cannot be compiled, only F# source and packages" }, place));
          }
          return "";
        case "I":
          folders.push(...args.map((arg) => resolve(dirname(path), toSlashes(arg))));
          return "";
        case "nowarn":
          if (extname(path) !== ".fsx") return line;
          nowarn.push(...(match[3].match(/\d+/g) ?? []));
          return "";
        default:
          return "";
      }
    });
    done.add(path);
    texts.set(path, lines.join("\n"));
    sources.push({ path, ...named });
  };
  visit(file, { text: basename(file), file }, []);
  if (found.some((diagnostic) => diagnostic.severity === "error")) return { diagnostics: found };
  return {
    diagnostics: found,
    project: {
      file,
      name: basename(file, extname(file)),
      outputKind: "exe",
      sources,
      references: [],
      packages,
      defines: ["INTERACTIVE", "TRACE", "DEBUG"],
      options: nowarn.length === 0 ? [] : [`--nowarn:${[...new Set(nowarn)].join(",")}`],
      inputs: [...texts.keys()],
      texts,
    },
  };
};
