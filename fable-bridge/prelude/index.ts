import { hasWord, wordsOf } from "../words.ts";
import { checkedMembers, checkedPrelude, markPrelude } from "./checked.ts";
import { insteadPrelude } from "./instead.ts";
import { regexPrelude } from "./regex.ts";

/**
 * F# that stands before the project's files, opened by itself: functions whose meaning Fable drops before its typed tree can be seen (`float` of a char is
 * its code). They are inlined where they are used, so nothing of this file is emitted; what they call is `library/prelude.ts`.
 */
export const prelude = {
  path: "fusabi/Prelude.fs",
  /** The text for some options of the compiler (`--checked+` opens `Checked` everywhere) and the project's sources. */
  source: (options: readonly string[], sources: readonly string[]): string => {
    const everywhere = options.includes("--checked+");
    const words = wordsOf(sources);
    const checks = everywhere || hasWord(words, /Checked/);
    return [regexPrelude(words), markPrelude, checks ? checkedPrelude : "", insteadPrelude(words), text, checks ? checkedModules(everywhere) : ""].join("");
  },
} as const;

/** `open Checked` and `Checked.int`; opened by itself where the project asks for checks everywhere. */
const checkedModules = (everywhere: boolean): string => `
  ${everywhere ? "[<AutoOpen>]\n  " : ""}module Checked =
${checkedMembers("    ")}
  module Operators =
    module Checked =
${checkedMembers("      ")}
`;

/** The module that every file has open. */
export const openedModule = "FusabiPrelude";

/** The interface with the attribute that all are to have. */
export const mangledInterface = "FusabiMangled";

const text = `
namespace global

[<Fable.Core.Mangle>]
type internal ${mangledInterface} = interface end

[<AutoOpen>]
module internal ${openedModule} =
  // Fable gives the code of a char as an int where F# converts to a float.
  let inline float x : float = FusabiMark.converted (Operators.float x)
  let inline double x : float = FusabiMark.converted (Operators.float x)
  let inline float32 x : float32 = FusabiMark.converted (Operators.float32 x)
  let inline single x : float32 = FusabiMark.converted (Operators.float32 x)
  let inline string (x: 'T) : string = FusabiMark.text<'T> (Operators.string x)

  module List =
    let inline partitionWith ([<InlineIfLambda>] choose: 'T -> Choice<'T1, 'T2>) (list: 'T list) : 'T1 list * 'T2 list =
      let choices = List.map choose list
      List.choose (function Choice1Of2 x -> Some x | Choice2Of2 _ -> None) choices, List.choose (function Choice2Of2 x -> Some x | Choice1Of2 _ -> None) choices
  module Array =
    let inline partitionWith ([<InlineIfLambda>] choose: 'T -> Choice<'T1, 'T2>) (array: 'T[]) : 'T1[] * 'T2[] =
      let choices = Array.map choose array
      Array.choose (function Choice1Of2 x -> Some x | Choice2Of2 _ -> None) choices, Array.choose (function Choice2Of2 x -> Some x | Choice1Of2 _ -> None) choices
    module Parallel =
      let inline partitionWith ([<InlineIfLambda>] choose: 'T -> Choice<'T1, 'T2>) (array: 'T[]) : 'T1[] * 'T2[] = partitionWith choose array
`;
