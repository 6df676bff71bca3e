/**
 * Puts what `tsc -b` made into few files, so that starting does not wait for a hundred: `dist/bundle/{vm,fusabi,cli,worker}.js` and the chunks they share, and
 * `run.cjs`, which `cli.js` loads as a script to run an artifact. Shared chunks mean that `fusabi` and `fusabi/vm` have the same classes. Packages stay outside; `vm.js`
 * reaches none.
 */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { builtins } from "../dist/schemas/isa/builtins.js";
import { isa } from "../dist/schemas/isa/table.js";

const outdir = "dist/bundle";
rmSync(outdir, { recursive: true, force: true });
/** The tables of instructions and builtins as the JSON that they come to, which a start reads faster than their text; what rows do is said for people only. */
const tables = { table: isa, builtins };
const tablesAsData = {
  name: "tables-as-data",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]isa[\\/](table|builtins)\.js$/ }, ({ path: file }) => {
      const json = JSON.stringify(tables[path.basename(file, ".js")], (key, value) => (key === "doc" ? undefined : value));
      return { contents: readFileSync(file, "utf8").replace(/define\(\{\n[^]*?\n\}\)/, () => `JSON.parse(${JSON.stringify(json)})`) };
    });
  },
};
// Node shows the whole line that threw what nobody caught.
const ordinary = { outdir, bundle: true, target: "es2022", platform: "node", packages: "external", minify: true, lineLimit: 160, plugins: [tablesAsData] };

const [program, runner] = ["program", "run-artifact"].map((name) => ({ name, file: `dist/pipeline/cli/${name}.js` }));

// The package's doors, the command, and its children: what runs in processes of its own shares no chunk with the doors, as each would be one file more that a host's start waits for.
for (const entryPoints of [
  { vm: "dist/vm/index.js", reader: "dist/vm/reader.js", fusabi: "dist/pipeline/index.js" },
  { [program.name]: program.file, [runner.name]: runner.file },
  { worker: "dist/fable-bridge/worker.js", "image-maker": "dist/fable-bridge/image-maker.js" },
]) {
  await build({ ...ordinary, entryPoints, splitting: true, format: "esm" });
}

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
