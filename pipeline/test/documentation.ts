/** The guide's pages as programs: the F# of a page is a library, each of its pieces of JavaScript runs by itself, and `// →` says what they print, in order. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildAll } from "../batch.ts";
import type { Compiler } from "../compile.ts";
import { packageRoot } from "../package-root.ts";

/** Below `docs/`. */
export const pages = ["hosts.md", ..."loading calling types capabilities limits pausing async snapshots errors stack places".split(" ").map((name) => `hosts/${name}.md`)];

const project =
  '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><Compile Include="Rules.fs" /><PackageReference Include="Fable.Core" Version="4.5.0" /></ItemGroup></Project>';

/** What every piece finds: the artifact's bytes, and an engine, module and instance whose host functions give nothing. */
const setting = `import * as $files from "node:fs";
import * as $fusabi from "fusabi/vm";
const bytes = $files.readFileSync("Rules.fzb");
const setUp = () => {
  const engine = new $fusabi.Engine();
  const module = engine.load(bytes);
  for (const { name } of module.imports) if (!name.startsWith("fusabi.")) engine.registerFn(name.replace(/^host\\./, ""), () => undefined);
  let rules;
  try {
    rules = module.instantiate();
  } catch {}
  return { engine, module, rules };
};
`;

export interface Page {
  readonly folder: string;
  /** Lines. */
  readonly expected: readonly string[];
}

/** Writes a page as `page.mjs` beside its artifact, into a folder of its own below `parent`, where `fusabi` can be imported. */
export async function writePage(compiler: Compiler, page: string, parent: string): Promise<Page> {
  const text = readFileSync(path.join(packageRoot(), "docs", page), "utf8");
  const blocks = (language: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))].map(([, code = ""]) => code);
  const folder = path.join(parent, path.basename(page, ".md"));
  mkdirSync(path.join(folder, "data"), { recursive: true });
  writeFileSync(path.join(folder, "data", "names.txt"), "Ada\nGrace\n");
  writeFileSync(path.join(folder, "Rules.fs"), blocks("fsharp").join("\n"));
  writeFileSync(path.join(folder, "Rules.fsproj"), project);
  const [built] = await buildAll(compiler, [{ project: path.join(folder, "Rules.fsproj"), outDir: folder, cracker: "static", configuration: "Release" }], () => {});
  if (built?.artifact === undefined) throw new Error(`${page}: ${built?.diagnostics.map(({ range, message }) => `line ${range?.startLine} ${message}`).join("\n")}`);

  const imported = new Map<string, Set<string>>();
  const pieces = blocks("js").map((code) =>
    code.replaceAll(/^import \{ (.*) \} from "(.*)";\n/gm, (_, names: string, from: string) => {
      imported.set(from, new Set([...(imported.get(from) ?? []), ...names.split(", ")]));
      return "";
    }),
  );
  const imports = [...imported].map(([from, names]) => `import { ${[...names].join(", ")} } from ${JSON.stringify(from)};\n`);
  const run = pieces.map((code) => `await (async ({ engine, module, rules }) => {\n{\n${code}}\n})(setUp());\n`);
  writeFileSync(path.join(folder, "page.mjs"), [setting, ...imports, ...run].join(""));
  return { folder, expected: pieces.flatMap((code) => [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, line = ""]) => line)) };
}
