/**
 * Puts what `tsc -b` made into few files, so that starting does not wait for a hundred: `dist/bundle/{vm,fusabi,cli,worker}.js` and the chunks they share, and
 * `run.cjs`, which `cli.js` loads as a script to run an artifact. Shared chunks mean that `fusabi` and `fusabi/vm` have the same classes. Packages stay outside; `vm.js`
 * reaches none.
 */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const outdir = "dist/bundle";
rmSync(outdir, { recursive: true, force: true });
/** What each instruction and builtin does is said in their tables for people only: hosts need not load it. */
const withoutDocs = {
  name: "without-docs",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]isa[\\/](table|builtins)\.js$/ }, ({ path: file }) => ({ contents: readFileSync(file, "utf8").replaceAll(/\bdoc: "(?:[^"\\]|\\.)*"/g, 'doc: ""') }));
  },
};
const ordinary = { outdir, bundle: true, target: "es2022", platform: "node", packages: "external", minify: true, plugins: [withoutDocs] };

const [program, runner] = ["program", "run-artifact"].map((name) => ({ name, file: `dist/pipeline/cli/${name}.js` }));

await build({
  ...ordinary,
  entryPoints: {
    vm: "dist/vm/index.js",
    fusabi: "dist/pipeline/index.js",
    worker: "dist/fable-bridge/worker.js",
    "image-maker": "dist/fable-bridge/image-maker.js",
    [program.name]: program.file,
    [runner.name]: runner.file,
  },
  splitting: true,
  format: "esm",
});

// What the command itself needs is little, and in one file.
await build({ ...ordinary, entryPoints: { cli: "dist/pipeline/cli/main.js" }, external: [program, runner].map(({ name }) => `./${name}.js`), format: "esm" });

// What V8 makes an image of is one script.
await build({
  ...ordinary,
  entryPoints: { "image-content": "dist/fable-bridge/image-content.js" },
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "bundleUrl" },
});

const { outputFiles } = await build({
  ...ordinary,
  entryPoints: { run: runner.file },
  format: "cjs",
  logOverride: { "empty-import-meta": "error" },
  write: false,
});
const script = `(function (module, require) { ${outputFiles[0].text} })`;
writeFileSync(path.join(outdir, "run.cjs"), `//${createHash("sha256").update(script).digest("hex")}\n${script}\n`);
