/**
 * An F# type as fusabi writes it everywhere (annotations, slots, exports, diagnostics): a name and its arguments.
 *
 *     int32   App.Shape   list<int32>   tuple<int32,string>   fn<int32,unit>   'a   array<option<'a>>
 *
 * Names are F# full names without the arity suffix (`System.Collections.Generic.KeyNotFoundException`); the built-in ones are
 * `unit bool char string obj int8 uint8 int16 uint16 int32 uint32 int64 uint64 nativeint unativeint float32 float64 decimal bigint`,
 * `array list option voption seq map set resizearray dictionary hashset tuple struct_tuple fn ref exn` and `anon:X:Y<tX,tY>` for anonymous records.
 */
export interface FSharpType {
  readonly name: string;
  readonly args: readonly FSharpType[];
}

export const fsharpType = (name: string, args: readonly FSharpType[] = []): FSharpType => ({ name, args });

export const printFSharpType = (type: FSharpType): string => (type.args.length === 0 ? type.name : `${type.name}<${type.args.map(printFSharpType).join(",")}>`);

/** Reads what `printFSharpType` wrote; throws a fault on anything else. */
export const parseFSharpType = (text: string): FSharpType => {
  let at = 0;
  const read = (): FSharpType => {
    const start = at;
    while (at < text.length && text[at] !== "<" && text[at] !== ">" && text[at] !== ",") at++;
    if (at === start) throw new Error(`F# type expected at ${at} of ${JSON.stringify(text)}`);
    const name = text.slice(start, at);
    const args: FSharpType[] = [];
    if (text[at] === "<") {
      do {
        at++;
        args.push(read());
      } while (text[at] === ",");
      if (text[at] !== ">") throw new Error(`'>' expected at ${at} of ${JSON.stringify(text)}`);
      at++;
    }
    return { name, args };
  };
  const type = read();
  if (at !== text.length) throw new Error(`end expected at ${at} of ${JSON.stringify(text)}`);
  return type;
};
