/** The compiler's child process as its parent sees it: started on demand, kept warm; a crash or a hang is an answer. */
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { execaNode, type ResultPromise } from "execa";
import type { CompileAnswer, CompileJob } from "./fable.ts";
import type { WorkerReply } from "./service.ts";

export type HostReply =
  | { readonly kind: "answer"; readonly answer: CompileAnswer }
  | { readonly kind: "changed"; readonly found: string; readonly expected: string }
  | { readonly kind: "crashed"; readonly reason: string }
  | { readonly kind: "timeout"; readonly seconds: number };

/** Tests run the sources, the child always what was built. */
const workerFile = new URL(import.meta.url.endsWith(".ts") ? "../dist/fable-bridge/worker.js" : "./worker.js", import.meta.url);

interface Waiting {
  readonly id: number;
  readonly job: CompileJob;
  readonly resolve: (reply: HostReply) => void;
}

interface Child {
  readonly process: ResultPromise<{ node: true; ipc: true; reject: false }>;
  /** Jobs sent and not answered, in order: the child works on the first. */
  readonly queue: Waiting[];
  /** The image (`image.ts`) that it was started from, until it has answered. */
  image: string | undefined;
  /** Of the first job. */
  timer?: NodeJS.Timeout;
}

/** In KiB: Fable and the passes over its tree recurse as deep as the program's expressions nest. */
export const stackOption = "--stack-size=3600";

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

  /** `image`: a file that a child is started from, if one has to be started and there is such a file. */
  compile(job: CompileJob, image?: string): Promise<HostReply> {
    if (image !== undefined && existsSync(image)) this.#child ??= this.#start(image);
    return new Promise((resolve) => this.#send({ id: this.#next++, job, resolve }));
  }

  /** Ends the child; a later job starts another. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    for (const { resolve } of child.queue.splice(0)) resolve({ kind: "crashed", reason: "the compiler was closed" });
    this.#drop(child);
    await child.process;
  }

  #start(image?: string): Child {
    const process = execaNode({
      ipc: true,
      reject: false,
      serialization: "advanced",
      nodeOptions: [stackOption, ...(image === undefined ? [] : ["--snapshot-blob", image])],
      stdin: "ignore",
      stdout: "ignore",
      stderr: "pipe",
      cleanup: true,
    })(fileURLToPath(workerFile)) as unknown as Child["process"];
    const child: Child = { process, queue: [], image };
    (process as unknown as NodeJS.EventEmitter).on("message", (message: WorkerReply) => {
      if (typeof message === "object" && message !== null && "id" in message && message.id === child.queue[0]?.id) this.#answer(child, message);
    });
    process.then((result) => {
      if (this.#child === child) this.#child = undefined;
      if (child.image !== undefined) return this.#startAgain(child, child.image);
      const reason = `${result.signal ?? `exit code ${result.exitCode}`}${typeof result.stderr === "string" && result.stderr !== "" ? `\n${result.stderr.slice(0, 2000)}` : ""}`;
      this.#fail(child, { kind: "crashed", reason });
    });
    return child;
  }

  #send(waiting: Waiting): void {
    const child = (this.#child ??= this.#start());
    child.queue.push(waiting);
    if (child.queue.length === 1) this.#watch(child);
    child.process.sendMessage({ id: waiting.id, job: waiting.job } as unknown as never).catch(() => {});
  }

  #watch(child: Child): void {
    clearTimeout(child.timer);
    hold(child, child.queue.length > 0);
    if (child.queue.length === 0) return;
    child.timer = setTimeout(() => {
      this.#drop(child);
      this.#fail(child, { kind: "timeout", seconds: Math.round(this.#timeout / 1000) });
    }, this.#timeout);
  }

  #answer(child: Child, reply: HostReply): void {
    child.image = undefined;
    child.queue.shift()?.resolve(reply);
    this.#watch(child);
  }

  /** A child that is gone answers for the job it was at; another does the jobs behind it. */
  #fail(child: Child, reply: HostReply): void {
    clearTimeout(child.timer);
    const [failed, ...behind] = child.queue.splice(0);
    failed?.resolve(reply);
    for (const waiting of behind) this.#send(waiting);
  }

  /** A child that ends before its first answer may have had a bad image. */
  #startAgain(child: Child, image: string): void {
    clearTimeout(child.timer);
    rmSync(image, { force: true });
    for (const waiting of child.queue.splice(0)) this.#send(waiting);
  }

  #drop(child: Child): void {
    child.image = undefined;
    if (this.#child === child) this.#child = undefined;
    hold(child, true);
    child.process.kill("SIGKILL");
  }
}

interface Held {
  ref?(): void;
  unref?(): void;
}

/** This process lives on for a child that works or is to end, not for one that waits for work. */
function hold({ process }: Child, isNeeded: boolean): void {
  for (const each of [process, process.channel, process.stderr] as (Held | null | undefined)[]) {
    if (isNeeded) each?.ref?.();
    else each?.unref?.();
  }
}
