/** Why bytes are not a module or a module is not valid. Codes are stable. */
export const fzbErrors = {
  not_fzb: "the bytes do not begin as a .fzb file does",
  unsupported_version: "the file's version, or its cost table's, is outside the window this reader supports",
  truncated: "the bytes end, or a section ends, inside what they hold",
  bad_section: "a section is unknown, missing, out of order, or longer than what it holds",
  bad_hash: "the SHA-256 at the end is not that of the bytes before it",
  bad_number: "a number is out of its range or not in its shortest form",
  bad_text: "a text is not well-formed WTF-8, or the text table is not in order of first use",
  limit_exceeded: "a size is beyond what every reader must support",
  bad_reference: "an index points outside its table",
  bad_type: "a type contradicts itself, its base or its methods",
  bad_function: "a function's signature contradicts itself or how it is used",
  bad_instruction: "a word is no instruction, or an instruction is cut off",
  bad_operand: "an operand's value is not one its instruction takes",
  bad_kind: "a register's kind or type is not the one needed",
  bad_structure: "regions are not closed, labels leave too many, or control falls off the end",
  bad_capability: "the capabilities are not exactly those of the imports, sorted",
  bad_debug: "the debug information does not fit the functions",
  not_snapshot: "the bytes do not begin as a snapshot does",
  wrong_module: "the snapshot is of another module",
  bad_object: "an object in a snapshot contradicts its type or what the module makes",
  bad_frame: "a frame in a snapshot is not at a place where the module can go on",
  bad_counter: "a total in a snapshot is no number it could have",
} as const;

export type FzbErrorCode = keyof typeof fzbErrors;

/** The only thing that reading and validating throw. */
export class FzbError extends Error {
  static override readonly name = "FzbError";
  override readonly name = "FzbError";
  readonly code: FzbErrorCode;
  /** Reading: the byte offset in the file. Validating: the word offset in the code of `fn`, else the index of the entry in its table. */
  readonly offset: number;
  /** The function whose code is at fault, -1 for everything else. */
  readonly fn: number;

  constructor(code: FzbErrorCode, offset: number, detail: string, fn = -1) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.offset = offset;
    this.fn = fn;
  }
}
