/** The same cases in a real browser: headless Chromium, in a page or in a worker of one, intrinsics frozen, a content-security policy without eval. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build, type Plugin } from "esbuild";
import { packageRoot } from "../../package-root.ts";
import type { Visit } from "./visit.ts";

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

export interface BrowserVisit extends Visit {
  /** Whether text could be evaluated there, which the policy forbids. */
  readonly evaluates: boolean;
}

export async function visitInBrowser(browser: string, bytes: Uint8Array, states: readonly Uint8Array[], where: Where): Promise<BrowserVisit> {
  const found = (await evaluateInBrowser(browser, embedding, [bytes, ...states], where)) as Omit<BrowserVisit, "states"> & { states: number[][] };
  return { ...found, states: found.states.map((state) => Uint8Array.from(state)) };
}

export type Where = "page" | "worker";

/** What the page tells the server: a result, or what was thrown on the way. */
interface Told {
  readonly result?: unknown;
  readonly thrown?: string;
}

const telling = `const tell = (told) => fetch("/", { method: "POST", body: JSON.stringify(told) });
addEventListener("error", ({ message }) => tell({ thrown: message }));
addEventListener("unhandledrejection", ({ reason }) => tell({ thrown: String(reason) }));`;

/** The page's script around a bundled one that calls `report`. */
const scripts: { readonly [W in Where]: (text: string) => string } = {
  page: (text) => `const report = (result) => tell({ result });\n${text}`,
  worker: (text) => `const text = ${JSON.stringify(`const report = postMessage;\n${text}`)};
const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })), { type: "module" });
worker.onmessage = ({ data: result }) => tell({ result });
worker.onerror = ({ message }) => tell({ thrown: message });`,
};

const policy = "default-src 'none'; script-src 'nonce-fusabi'; worker-src blob:; connect-src 'self'";

/** Gives the default export, as JSON, of a module that sees the byte arrays `given`, bundled into a page that may not evaluate text, or into a worker of it. */
export async function evaluateInBrowser(browser: string, module: string, bytes: readonly Uint8Array[], where: Where = "page"): Promise<unknown> {
  const texts = bytes.map((each) => Buffer.from(each).toString("base64"));
  const given = `globalThis.given = ${JSON.stringify(texts)}.map((text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));`;
  const script = scripts[where](await bundle(`import "given";\nimport * as module from "module";\nreport(module.default);`, { given, module }));
  const { result, thrown } = await visit(
    browser,
    `<!doctype html><meta charset="utf-8"><script nonce="fusabi">${telling}</script><script nonce="fusabi" type="module">${script.replaceAll("</script", "<\\/script")}</script>`,
  );
  if (thrown !== undefined) throw new Error(`in the ${where}: ${thrown}`);
  return result;
}

/** Serves a page to a browser until it tells something. */
async function visit(browser: string, page: string): Promise<Told> {
  const folder = mkdtempSync(path.join(tmpdir(), "fusabi-browser-"));
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--user-data-dir=${folder}`];
  const child = spawn(browser, [...flags, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`], { stdio: "ignore", timeout: 120_000 });
  const closed = new Promise((resolve) => child.once("close", resolve));
  try {
    return await new Promise<Told>((resolve, reject) => {
      server.on("request", (request, response) => {
        if (request.method === "POST") text(request).then((body) => resolve(JSON.parse(body) as Told), reject);
        response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(request.method === "GET" && request.url === "/" ? page : "");
      });
      child.once("error", reject);
      void closed.then(() => reject(new Error("the browser ended without a result")));
    });
  } finally {
    child.kill();
    await closed;
    server.close();
    server.closeAllConnections();
    // Its children write there for a while after it has ended.
    rmSync(folder, { recursive: true, force: true, maxRetries: 25, retryDelay: 200 });
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
