import { object_tag } from "fusabi:builtin";
import { get_union, new_union } from "fusabi:op";
import { some } from "./option.ts";

/** The functions of Choice<_, _> that Fable's library uses; the types are FSharp.Core's own. */

export function FSharpChoice$2_Choice1Of2(item: any): any {
  return new_union("Microsoft.FSharp.Core.FSharpChoice", 0, item);
}
export function FSharpChoice$2_Choice2Of2(item: any): any {
  return new_union("Microsoft.FSharp.Core.FSharpChoice", 1, item);
}
export function Choice_makeChoice1Of2(item: any): any {
  return FSharpChoice$2_Choice1Of2(item);
}
export function Choice_makeChoice2Of2(item: any): any {
  return FSharpChoice$2_Choice2Of2(item);
}
export function Choice_tryValueIfChoice1Of2(choice: any): any {
  return object_tag(choice) === 0 ? some(get_union("Microsoft.FSharp.Core.FSharpChoice", 0, 0, choice)) : undefined;
}
export function Choice_tryValueIfChoice2Of2(choice: any): any {
  return object_tag(choice) === 1 ? some(get_union("Microsoft.FSharp.Core.FSharpChoice", 1, 0, choice)) : undefined;
}
