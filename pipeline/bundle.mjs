/**
 * Puts what `tsc -b` made into few files, so that starting does not wait for a hundred: `dist/bundle/{vm,fusabi,cli,worker}.js` and the chunks they share. Shared chunks
 * mean that `fusabi` and `fusabi/vm` have the same classes. Packages stay outside; `vm.js` reaches none.
 */
import { rmSync } from "node:fs";
import { build } from "esbuild";

const outdir = "dist/bundle";
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { vm: "dist/vm/index.js", fusabi: "dist/pipeline/index.js", cli: "dist/pipeline/cli/main.js", worker: "dist/fable-bridge/worker.js" },
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  platform: "node",
  packages: "external",
  minifyWhitespace: true,
  minifySyntax: true,
});
