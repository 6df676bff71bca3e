/** The same cases in a real browser: headless Chromium, intrinsics frozen, a content-security policy without eval. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { packageRoot } from "../../package-root.ts";
import type { Journeys, Trial } from "./visit.ts";

/** Chromium's command; undefined where there is none. */
export const findBrowser = (): string | undefined =>
  ["chromium", "chromium-browser", "google-chrome"].find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);

/** Everything of the language that can be reached from its globals, its iterators and its sorts of functions. */
const freezing = `
const frozen = new Set();
const freeze = (value) => {
  if (value === null || (typeof value !== "object" && typeof value !== "function") || frozen.has(value)) return;
  frozen.add(Object.freeze(value));
  freeze(Reflect.getPrototypeOf(value));
  for (const key of Reflect.ownKeys(value)) for (const part of Object.values(Reflect.getOwnPropertyDescriptor(value, key))) freeze(part);
};
const globals = "Object Function Array String Number Boolean BigInt Symbol Map Set WeakMap WeakSet WeakRef Promise Error AggregateError RegExp Date Proxy Reflect Math JSON Atomics ArrayBuffer SharedArrayBuffer DataView Int8Array Int16Array Int32Array BigInt64Array Float32Array Float64Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array BigUint64Array parseInt parseFloat isNaN isFinite";
for (const name of globals.split(" ")) freeze(globalThis[name]);
for (const value of [function* () {}, async () => {}, async function* () {}, [].values(), new Map().entries(), new Set().values(), ""[Symbol.iterator](), "".matchAll(/x/g)]) freeze(value);
`;

const embedding = `
import * as fusabi from "./dist/vm/index.js";
import { travel, tryCases } from "./dist/pipeline/test/embedding/visit.js";
${freezing}
let evaluates = true;
try {
  new Function("return 1")();
} catch {
  evaluates = false;
}
const { states, ends } = await travel(fusabi, given[0], false, given.slice(1));
export default { ...(await tryCases(fusabi, given[0], false)), states: states.map((state) => [...state]), ends, evaluates };
`;

export interface Visit extends Trial, Journeys {
  /** Whether the page could evaluate text, which its policy forbids. */
  readonly evaluates: boolean;
}

export async function visitInBrowser(browser: string, bytes: Uint8Array, states: readonly Uint8Array[]): Promise<Visit> {
  const found = (await evaluateInBrowser(browser, embedding, [bytes, ...states])) as Omit<Visit, "states"> & { states: number[][] };
  return { ...found, states: found.states.map((state) => Uint8Array.from(state)) };
}

/** Gives the default export, as JSON, of a module that sees the byte arrays `given`, bundled into a page that may not evaluate text. */
export async function evaluateInBrowser(browser: string, module: string, bytes: readonly Uint8Array[]): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-browser-"));
  try {
    const texts = bytes.map((each) => Buffer.from(each).toString("base64"));
    const given = `globalThis.given = ${JSON.stringify(texts)}.map((text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));`;
    const result = 'document.body.textContent = "RESULT" + btoa(encodeURIComponent(JSON.stringify(module.default))) + "END";';
    const script = await bundle(`import "given";\nimport * as module from "module";\n${result}`, { given, module });
    const page = path.join(folder, "page.html");
    const policy = "default-src 'none'; script-src 'nonce-fusabi'";
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><body><script nonce="fusabi" type="module">${script.replaceAll("</script", "<\\/script")}</script>`,
    );
    const dom = await dumpOf(browser, page, folder);
    const found = /RESULT([\w+/=]+)END/.exec(dom.replaceAll(/<script[\s\S]*?<\/script>/g, ""));
    if (found === null) throw new Error(`the page gave no result: ${dom.slice(-500)}`);
    return JSON.parse(decodeURIComponent(atob(found[1]!)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** One script of a text and the texts that it imports by name. */
async function bundle(contents: string, texts: Readonly<Record<string, string>>): Promise<string> {
  const given: Plugin = {
    name: "given",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: new RegExp(`^(${Object.keys(texts).join("|")})$`) }, ({ path: name }) => ({ path: name, namespace: "given" }));
      onLoad({ filter: /.*/, namespace: "given" }, ({ path: name }) => ({ contents: texts[name] ?? "", resolveDir: packageRoot(), loader: "js" }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packageRoot(), loader: "js" },
    plugins: [given],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

function dumpOf(browser: string, page: string, folder: string): Promise<string> {
  const child = spawn(
    browser,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      `--user-data-dir=${folder}/profile`,
      "--virtual-time-budget=60000",
      "--dump-dom",
      pathToFileURL(page).href,
    ],
    { stdio: ["ignore", "pipe", "ignore"], timeout: 120_000 },
  );
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve(text));
  });
}
