/** Boundary.fs as an artifact, compiled once for each content of it. */
import path from "node:path";
import { openCompiler } from "../../compile.ts";
import { packageRoot } from "../../package-root.ts";

export async function compileBoundary(): Promise<Uint8Array> {
  const compiler = openCompiler();
  try {
    const { artifact, diagnostics } = await compiler.compile({ project: path.join(packageRoot(), "pipeline", "test", "embedding", "Boundary.fsproj"), cracker: "static" });
    if (artifact === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    return artifact.bytes;
  } finally {
    await compiler.close();
  }
}
