import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { Fable } from "./fable.ts";
import { prelude } from "./prelude/index.ts";
import { wordsOf } from "./words.ts";

let fable: Fable;
beforeAll(async () => {
  fable = await Fable.open();
}, 120_000);

const compile = (source: string) =>
  fable.compile({ projectFile: "App.fsproj", files: [{ path: "App.fs", source: `module App\n${source}`, own: true }], defines: ["FABLE_COMPILER"], options: [] });
const code = (source: string): string => compile(source).modules[0]?.code ?? "";

describe("members that Fable refuses", () => {
  it("are the prelude's functions, wherever they are called", () => {
    expect(code("let run work = Async.RunSynchronously work")).toContain("runSynchronously");
    expect(code("let run works = works |> List.map Async.RunSynchronously")).toContain("runSynchronously");
    expect(code("let inline run work = Async.RunSynchronously work\nlet x = run (async { return 1 })")).toContain("runSynchronously");
    expect(code("let get (xs: int[,]) = xs.[0, 1]")).toContain("get2<int32>(xs, 0, 1)");
    expect(code("let thread = System.Threading.Thread(fun () -> ())")).toContain("createThread");
  });

  it("become members of the library's own classes where the names are the same", () => {
    expect(code("let get (t: System.Threading.Tasks.Task<int>) = t.Result")).toContain("t.Result");
  });

  it("stand by functions that F# accepts all at once, none of them twice", () => {
    const folder = new URL("./prelude/", import.meta.url);
    const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
    const types = ["SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal", "Boolean", "Char", "String", "DateTime"];
    const words = [...wordsOf(texts), ...types.map((type) => `To${type}`)];
    expect(compile(`// ${words.join(" ")}\nlet a = 1`).messages.filter(({ severity }) => severity === "error")).toEqual([]);
    const members = [...prelude.source([], [words.join(" ")]).matchAll(/^ {2}let (?:inline )?``([^ ]+)``/gm)].map(([, member]) => member);
    expect(members.length).toBeGreaterThan(1000);
    expect(members.filter((member, at) => members.indexOf(member) !== at)).toEqual([]);
  });

  it("give Fable's own error at their lines, all in one run, where nothing stands for them", () => {
    const { messages } = compile('let a = System.IO.Directory.GetFiles "x"\nlet b = System.Console.WindowWidth\nlet c = Async.RunSynchronously (async { return 1 })');
    const errors = messages.filter(({ severity }) => severity === "error");
    expect(errors.map(({ startLine, origin }) => [startLine, origin])).toEqual([
      [2, "fable"],
      [3, "fable"],
    ]);
  });
});
