import { expect, test } from "vitest";
import { withoutEntryPoint } from "./referenced-program.ts";

test.each<[string, string | undefined]>([
  ["module P\n[<EntryPoint>]\nlet main _ = 0", "module P\n              \nlet main _ = 0"],
  ["namespace N.M\nmodule X =\n  [<EntryPoint; STAThread>]\n  let main _ = 0", "namespace N.M\nmodule X =\n  [<            STAThread>]\n  let main _ = 0"],
  ["// says\n(* module *)\n[<AutoOpen>]\nmodule rec internal A.B // here\nlet x = 1", "// says\n(* module *)\n[<AutoOpen>]\nmodule rec internal A.B // here\nlet x = 1"],
  ['open System\nprintfn "never"', undefined],
  ["#if DEBUG\n#endif\nmodule Parts =\n  let x = 1\nParts.x |> ignore", undefined],
])("of %j", (text, expected) => expect(withoutEntryPoint(text)).toBe(expected));
