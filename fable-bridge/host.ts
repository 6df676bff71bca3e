/** The compiler's child process as its parent sees it: started on demand, kept warm; a crash or a hang is an answer. */
import { fileURLToPath } from "node:url";
import { execaNode, type ResultPromise } from "execa";
import type { CompileAnswer, CompileJob } from "./fable.ts";
import type { WorkerReply } from "./worker.ts";

export type HostReply =
  | { readonly kind: "answer"; readonly answer: CompileAnswer }
  | { readonly kind: "changed"; readonly found: string; readonly expected: string }
  | { readonly kind: "crashed"; readonly reason: string }
  | { readonly kind: "timeout"; readonly seconds: number };

/** Tests run the sources, the child always what was built. */
const workerFile = new URL(import.meta.url.endsWith(".ts") ? "../dist/fable-bridge/worker.js" : "./worker.js", import.meta.url);

interface Child {
  readonly process: ResultPromise<{ node: true; ipc: true; reject: false }>;
  readonly pending: Map<number, (reply: HostReply) => void>;
}

/** In KiB: Fable and the passes over its tree recurse as deep as the program's expressions nest. */
const childStack = 3600;

export class CompilerHost {
  readonly #timeout: number;
  #child: Child | undefined;
  #next = 1;

  /** `timeout`: milliseconds that one job may take. */
  constructor(timeout: number) {
    this.#timeout = timeout;
  }

  /** Starts loading the compiler, so that the first job finds it ready. */
  warm(): void {
    this.#child ??= this.#start();
  }

  compile(job: CompileJob): Promise<HostReply> {
    const child = (this.#child ??= this.#start());
    const id = this.#next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        child.pending.delete(id);
        this.#drop(child);
        resolve({ kind: "timeout", seconds: Math.round(this.#timeout / 1000) });
      }, this.#timeout);
      child.pending.set(id, (reply) => {
        clearTimeout(timer);
        child.pending.delete(id);
        resolve(reply);
      });
      child.process.sendMessage({ id, job } as unknown as never).catch(() => {});
    });
  }

  /** Ends the child; a later job starts another. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#drop(child);
    await child.process;
  }

  #start(): Child {
    const process = execaNode({
      ipc: true,
      reject: false,
      serialization: "advanced",
      nodeOptions: [`--stack-size=${childStack}`],
      stdin: "ignore",
      stdout: "ignore",
      stderr: "pipe",
      cleanup: true,
    })(fileURLToPath(workerFile)) as unknown as Child["process"];
    const child: Child = { process, pending: new Map() };
    (process as unknown as NodeJS.EventEmitter).on("message", (message: WorkerReply) => {
      if (typeof message === "object" && message !== null && "id" in message) child.pending.get(message.id)?.(message);
    });
    process.then((result) => {
      if (this.#child === child) this.#child = undefined;
      const reason = `${result.signal ?? `exit code ${result.exitCode}`}${typeof result.stderr === "string" && result.stderr !== "" ? `\n${result.stderr.slice(0, 2000)}` : ""}`;
      for (const answer of [...child.pending.values()]) answer({ kind: "crashed", reason });
    });
    return child;
  }

  #drop(child: Child): void {
    if (this.#child === child) this.#child = undefined;
    child.process.kill("SIGKILL");
  }
}
