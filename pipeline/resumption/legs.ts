/** Runs a program in legs, each in a process of its own that goes on from the state that the last one left, as `fusabi run --snapshot` and `fusabi resume` do. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { type StatsReport, statsReport } from "../../schemas/reports.ts";
import { packageRoot } from "../package-root.ts";

export interface Leg {
  readonly stdout: string;
  readonly stderr: string;
  readonly stats: StatsReport;
}

export interface Journey {
  readonly stdout: string;
  /** Without the reports on stopping and saving. */
  readonly errors: string;
  readonly exitCode: number;
  readonly fuel: number;
  readonly legs: number;
}

const grants = ["--allow-clock", "--allow-random", "--allow-env", "--allow-read"];

/** `node` is the command that runs Node. */
function runLeg(node: string, command: readonly string[], more: readonly string[], args: readonly string[], folder: string): Leg {
  const main = path.join(packageRoot(), "dist", "bundle", "cli.js");
  const { stdout, stderr } = spawnSync(node, [main, ...command, "--stats", "--message-format", "short", ...grants, ...more, "--", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // What the program wrote before it may end without a newline.
  const [report] = /\{"outcome".*\}$/m.exec(stderr) ?? [];
  if (report === undefined) throw new Error(`${command.join(" ")} gave no statistics: ${stderr.slice(-500)}`);
  return { stdout, stderr: stderr.replace(report, ""), stats: statsReport.parse(JSON.parse(report)) };
}

/** `nodes` take turns; `fuel` is what a leg may use, all of the run where it is not given. */
export function travel(artifact: string, args: readonly string[], nodes: readonly string[], fuel?: number): Journey {
  const folder = path.dirname(artifact);
  const state = `${artifact}.fzs`;
  let [stdout, errors] = ["", ""];
  for (let legs = 1; ; legs++) {
    const command = legs === 1 ? ["run", artifact] : ["resume", state, artifact];
    const leg = runLeg(nodes[legs % nodes.length] ?? process.execPath, command, fuel === undefined ? [] : ["--fuel", String(fuel), "--snapshot", state], args, folder);
    stdout += leg.stdout;
    const { outcome, exitCode, fuel: used } = leg.stats;
    if (used === null) throw new Error(`${command.join(" ")} did not run: ${leg.stderr.slice(-500)}`);
    if (outcome !== "limit") return { stdout, errors: errors + leg.stderr, exitCode, fuel: used, legs };
  }
}
