/** The programs on .NET, where a `dotnet` is on the path: all in one process, which gives samples of each. */
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { programsProject } from "./prepare.mjs";

export const hasDotnet = () => spawnSync("dotnet", ["--version"], { stdio: "ignore" }).status === 0;

const main = (sizes) => `module Bench.Main

open System.Diagnostics

let runs: (string * int * (int -> int)) list =
    [ ${Object.entries(sizes)
      .map(([name, size]) => `"${name}", ${size}, Bench.${name}.run`)
      .join("\n      ")} ]

let time turns run size =
    let watch = Stopwatch.StartNew()
    let mutable result = 0
    for _ in 1..turns do
        result <- run size
    result, watch.Elapsed.TotalMilliseconds / float turns

[<EntryPoint>]
let main argv =
    let rounds = int argv[0]
    for name, size, run in runs do
        let warm = Stopwatch.StartNew()
        let mutable best = System.Double.MaxValue
        while warm.ElapsedMilliseconds < 600L do
            best <- min best (snd (time 1 run size))
        let turns = max 1 (int (20.0 / best))
        let samples = [ for _ in 1..rounds -> time turns run size ]
        let shown = samples |> List.map (fun (_, each) -> each.ToString("R", System.Globalization.CultureInfo.InvariantCulture))
        System.Console.WriteLine(name + " " + string (fst samples.Head) + " " + String.concat "," shown)
    0
`;

/** Checksum and samples by program. */
export const measureDotnet = (sizes, rounds) => {
  const project = programsProject("dotnet", Object.keys(sizes), main(sizes));
  const folder = path.dirname(project);
  const settings = { cwd: folder, encoding: "utf8", env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1" }, stdio: ["ignore", "pipe", "inherit"] };
  execFileSync("dotnet", ["build", "-c", "Release", "-o", path.join(folder, "bin", "out"), project, "-v", "quiet"], settings);
  const printed = execFileSync("dotnet", [path.join(folder, "bin", "out", `${path.basename(project, ".fsproj")}.dll`), String(rounds)], settings);
  const lines = printed.trim().split("\n");
  return Object.fromEntries(
    lines.map((line) => {
      const [name, checksum, samples] = line.trim().split(" ");
      return [name, { checksum: Number(checksum), samples: samples.split(",").map(Number) }];
    }),
  );
};
