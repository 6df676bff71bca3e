/** F# for .NET's console and writers of text, by the types that Write and WriteLine take: Fable has one line-ending print for all of it. */

/** .NET's types, F#'s, and the text of a value. */
const values = [
  ["Boolean", "bool"],
  ["Char", "char"],
  ["Decimal", "decimal"],
  ["Double", "float"],
  ["Int32", "int"],
  ["Int64", "int64"],
  ["Object", "obj"],
  ["Single", "float32"],
  ["UInt32", "uint32"],
  ["UInt64", "uint64"],
].map(([type, parameter]) => [`(System.${type})`, `value: ${parameter}`, "string value"] as const);

/** Parameters and text of each overload; a number of arguments stands for what no type tells apart. */
const overloads = [
  ["(System.String)", "value: string", "value"],
  ...values,
  ["(System.Text.StringBuilder)", "value: obj", "string value"],
  ["/1", "value: char[]", "System.String value"],
  ["/3", "value: char[], start: int, count: int", "System.String(value, start, count)"],
  ["(System.String,System.Object)", "format: string, a: obj", "System.String.Format(format, a)"],
  ["(System.String,System.Object,System.Object)", "format: string, a: obj, b: obj", "System.String.Format(format, a, b)"],
  ["(System.String,System.Object,System.Object,System.Object)", "format: string, a: obj, b: obj, c: obj", "System.String.Format(format, a, b, c)"],
  ["(System.String,)", "format: string, values: obj[]", "System.String.Format(format, values)"],
] as const;

/** The overloads of a type's Write and WriteLine; `writer` is its parameter, if it has one, and `sink` the F# that writes what follows. */
const writersOf = (type: string, writer: string, write: string, writeLine: string): string => {
  const line = (name: string, parameters: string, body: string): string => `  let inline \`\`${type}.${name}\`\` (${parameters}) : unit = ${body}`;
  const before = writer === "" ? "" : `${writer}, `;
  return [
    ...overloads.flatMap(([kind, parameters, text]) => [
      line(`Write${kind}`, before + parameters, write.replace("$", `(${text})`)),
      line(`WriteLine${kind}`, before + parameters, writeLine.replace("$", `(${text})`)),
    ]),
    line("WriteLine/0", writer, writeLine.replace("$", '""')),
  ].join("\n");
};

const console = writersOf("System.Console", "", "putToConsole $", 'putToConsole ($ + "\\n")');

/** Those that override what they inherit are found by their own names. */
const writers = ["TextWriter", "StringWriter", "StreamWriter"].map((type) =>
  [
    writersOf(`System.IO.${type}`, "w: obj", "putText (w, $)", "putLine (w, $)"),
    `  let inline \`\`System.IO.${type}.WriteAsync(System.String)\`\` (w: obj, value: string) = (putText (w, value); System.Threading.Tasks.Task.CompletedTask)`,
    `  let inline \`\`System.IO.${type}.WriteLineAsync(System.String)\`\` (w: obj, value: string) = (putLine (w, value); System.Threading.Tasks.Task.CompletedTask)`,
    `  let inline \`\`System.IO.${type}.FlushAsync/0\`\` (w: obj) = System.Threading.Tasks.Task.CompletedTask`,
    `  let inline \`\`System.IO.${type}.DisposeAsync/0\`\` (w: obj) = System.Threading.Tasks.ValueTask()`,
  ].join("\n"),
);

const properties = `
  let inline \`\`System.Console.get_ForegroundColor\`\` () : System.ConsoleColor = System.ConsoleColor.Gray
  let inline \`\`System.Console.set_ForegroundColor\`\` (color: System.ConsoleColor) : unit = ()
  let inline \`\`System.Console.get_BackgroundColor\`\` () : System.ConsoleColor = System.ConsoleColor.Black
  let inline \`\`System.Console.set_BackgroundColor\`\` (color: System.ConsoleColor) : unit = ()
  let inline \`\`System.Console.ResetColor\`\` () : unit = ()
  let inline \`\`System.Console.get_OutputEncoding\`\` () : System.Text.Encoding = System.Text.Encoding.UTF8
  let inline \`\`System.Console.set_OutputEncoding\`\` (encoding: System.Text.Encoding) : unit = ()
  let inline \`\`System.Console.get_InputEncoding\`\` () : System.Text.Encoding = System.Text.Encoding.UTF8
  let inline \`\`System.Console.set_InputEncoding\`\` (encoding: System.Text.Encoding) : unit = ()
`;

export const consoleMembers = [console, ...writers, properties].join("\n");
