/** The compiler's side of its process: compiles what the parent sends, one job at a time, and answers each. */
import { type CompileAnswer, type CompileJob, type Fable, FableShapeError } from "./fable.ts";

export interface WorkerRequest {
  readonly id: number;
  readonly job: CompileJob;
}
export type WorkerReply =
  | { readonly id: number; readonly kind: "answer"; readonly answer: CompileAnswer }
  | { readonly id: number; readonly kind: "changed"; readonly found: string; readonly expected: string }
  | { readonly id: number; readonly kind: "crashed"; readonly reason: string };

export const serve = (opening: Promise<Fable>): void => {
  let queue: Promise<void> = Promise.resolve();
  process.on("message", (request: WorkerRequest) => {
    queue = queue.then(async () => {
      process.send!(await handle(opening, request));
    });
  });
  process.on("disconnect", () => process.exit(0));
};

const handle = async (opening: Promise<Fable>, { id, job }: WorkerRequest): Promise<WorkerReply> => {
  try {
    return { id, kind: "answer", answer: (await opening).compile(job) };
  } catch (error) {
    if (error instanceof FableShapeError) return { id, kind: "changed", found: error.found, expected: error.expected };
    return { id, kind: "crashed", reason: error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join("\n") : String(error) };
  }
};
