// Many modules on a pool of threads: `node samples/hosts/pool.mjs Rules.fzb Sheet.fzb …`. Each thread keeps the modules that it has loaded; a call gets a fresh instance.
import { readFileSync } from "node:fs";
import { Piscina } from "piscina";

const pool = new Piscina({ filename: new URL("./pool-worker.mjs", import.meta.url).href, maxThreads: 2 });
const [artifact, name = "add", ...args] = process.argv.slice(2);
const bytes = readFileSync(artifact);
const calls = Array.from({ length: 20 }, (_, i) => pool.run({ key: artifact, bytes, name, args: [...args.map(Number), i], fuel: 1_000_000 }));
console.log((await Promise.all(calls)).join(" "));
await pool.destroy();
