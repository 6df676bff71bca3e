/** F# text to an artifact, for hosts that let their users write some. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Diagnostic, hasErrors } from "../schemas/diagnostics/diagnostic.ts";
import { type Compiler, openCompiler } from "./compile.ts";

export interface CompiledSource {
  /** The artifact of a library, whose exports are the module's public functions; absent where a diagnostic is an error. */
  readonly bytes?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** How long the compiler stays for the next text, in milliseconds. The process does not wait for it. */
const idleTime = 60_000;
let warm: { readonly compiler: Compiler; users: number; timer?: NodeJS.Timeout } | undefined;

async function withCompiler<T>(work: (compiler: Compiler) => Promise<T>): Promise<T> {
  const used = (warm ??= { compiler: openCompiler(), users: 0 });
  clearTimeout(used.timer);
  used.users++;
  try {
    return await work(used.compiler);
  } finally {
    if (--used.users === 0) {
      used.timer = setTimeout(() => {
        warm = undefined;
        void used.compiler.close();
      }, idleTime).unref();
    }
  }
}

/** Compiles one file's text. Its name is that of the module it declares. The compiler stays warm for a minute. */
export function compileSource(source: string): Promise<CompiledSource> {
  return withCompiler((compiler) => compileText(compiler, source));
}

async function compileText(compiler: Compiler, source: string): Promise<CompiledSource> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-source-"));
  try {
    const name = /^\s*(?:module|namespace)\s+(?:rec\s+)?([\w.]+)/m.exec(source)?.[1]?.split(".").at(-1) ?? "Script";
    const project = path.join(folder, `${name}.fsproj`);
    writeFileSync(path.join(folder, `${name}.fs`), source);
    writeFileSync(
      project,
      `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><Compile Include="${name}.fs" /></ItemGroup></Project>`,
    );
    const { artifact, diagnostics } = await compiler.compile({ project, configuration: "Release", cracker: "static" });
    return {
      diagnostics: diagnostics.map(({ file, ...rest }) => ({ ...rest, ...(file === undefined ? {} : { file: path.basename(file) }) })),
      ...(artifact === undefined || hasErrors(diagnostics) ? {} : { bytes: artifact.bytes }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
