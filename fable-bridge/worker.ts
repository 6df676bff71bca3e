/** The child process: compiles what its parent sends, one job at a time, and answers each. */
import { type CompileAnswer, type CompileJob, Fable, FableShapeError } from "./fable.ts";

export interface WorkerRequest {
  readonly id: number;
  readonly job: CompileJob;
}
export type WorkerReply =
  | { readonly id: number; readonly kind: "answer"; readonly answer: CompileAnswer }
  | { readonly id: number; readonly kind: "changed"; readonly found: string; readonly expected: string }
  | { readonly id: number; readonly kind: "crashed"; readonly reason: string };

let opening: Promise<Fable> | undefined;

const handle = async ({ id, job }: WorkerRequest): Promise<WorkerReply> => {
  try {
    opening ??= Fable.open();
    return { id, kind: "answer", answer: (await opening).compile(job) };
  } catch (error) {
    if (error instanceof FableShapeError) return { id, kind: "changed", found: error.found, expected: error.expected };
    return { id, kind: "crashed", reason: error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join("\n") : String(error) };
  }
};

let queue: Promise<void> = Promise.resolve();
process.on("message", (request: WorkerRequest) => {
  queue = queue.then(async () => {
    process.send!(await handle(request));
  });
});
process.on("disconnect", () => process.exit(0));
// Loading takes a quarter of a second that the parent can spend on reading the project.
opening = Fable.open();
opening.catch(() => {});
