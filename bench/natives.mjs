/**
 * The programs outside of JavaScript, where the tool that runs them is on the path: one row per language. All of a language's programs run in one process, which prints
 * a line `NAME CHECKSUM SAMPLE,SAMPLE` for each that is written in it, samples in milliseconds.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { out, programsProject, sources } from "./prepare.mjs";

const dotnetMain = (sizes) => `module Bench.Main

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

const quiet = { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1" } };

const buildDotnet = (sizes) => {
  const project = programsProject("dotnet", Object.keys(sizes), dotnetMain(sizes));
  const built = path.join(path.dirname(project), "bin", "out");
  execFileSync("dotnet", ["build", "-c", "Release", "-o", built, project, "-v", "quiet"], { ...quiet, cwd: path.dirname(project) });
  return ["dotnet", path.join(built, `${path.basename(project, ".fsproj")}.dll`)];
};

const buildOCaml = () => {
  const folder = path.join(out, "ocaml");
  mkdirSync(folder, { recursive: true });
  const program = path.join(folder, "bench");
  // The compiler writes its intermediate files beside the source.
  copyFileSync(path.join(sources, "natives", "bench.ml"), path.join(folder, "bench.ml"));
  execFileSync("ocamlopt", ["-o", program, path.join(folder, "bench.ml")], quiet);
  return [program];
};

/** `build` gives the command that takes the rounds and pairs of a name and a size; .NET's has the pairs in it. */
export const natives = {
  dotnet: { title: ".NET", tool: "dotnet", build: buildDotnet },
  ocaml: { title: "OCaml", tool: "ocamlopt", build: buildOCaml },
  lua: { title: "Lua 5.4", tool: "lua5.4", build: () => ["lua5.4", path.join(sources, "natives", "bench.lua")] },
};

export const isInstalled = ({ tool }) => spawnSync(tool, ["--version"], { stdio: "ignore" }).error === undefined;

/** Checksum and samples by program. */
export const measureNative = ({ build }, sizes, rounds) => {
  const [command, ...args] = build(sizes);
  const printed = execFileSync(command, [...args, String(rounds), ...Object.entries(sizes).flat().map(String)], quiet);
  return Object.fromEntries(
    printed
      .trim()
      .split("\n")
      .map((line) => {
        const [name, checksum, samples] = line.trim().split(" ");
        return [name, { checksum: Number(checksum), samples: samples.split(",").map(Number) }];
      }),
  );
};
