/** The door for programs that build and run F#: compile projects, write artifacts, run them. */
export { type ReadArtifact, readArtifact, type UnreadArtifact } from "./artifact.ts";
export { type BuildRequest, type BuildResult, buildAll } from "./batch.ts";
export { type Artifact, type Compiled, type CompileRequest, type Compiler, type CompileTimes, openCompiler } from "./compile.ts";
export { type CompiledSource, compileSource } from "./compile-source.ts";
export { exitCodes } from "./exit-codes.ts";
export { replaceFile } from "./files.ts";
export { readFrom } from "./readable-files.ts";
export { type RunRequest, type RunResult, runModule } from "./run.ts";
