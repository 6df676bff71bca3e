/** `fusabi disasm`: bytecode as text. */
import { disassemble } from "../../schemas/isa/text.ts";
import { printModule } from "./load-input.ts";
import type { OptionValues } from "./options.ts";

export const disasmCommand = (given: string, values: OptionValues): Promise<number> => printModule(given, values, disassemble);
