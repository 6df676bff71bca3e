/** Calls the `fusabi` command that the package installs. */
import { spawn } from "node:child_process";
import path from "node:path";
import { packageRoot } from "../package-root.ts";

export interface Called {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** The process of a command that goes on until it is stopped. */
export function startFusabi(args: readonly string[], options: CallOptions = {}) {
  const main = path.join(packageRoot(), "dist", "bundle", "cli.js");
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  return spawn(process.execPath, [main, ...args], { cwd: options.cwd, env: { ...env, CI: "1", ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
}

export function callFusabi(args: readonly string[], options: CallOptions = {}): Promise<Called> {
  const child = startFusabi(args, options);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
