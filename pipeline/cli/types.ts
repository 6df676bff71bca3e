/** `fusabi types`: TypeScript declarations of what a module exports and needs. */
import { declarationsOf } from "../declarations.ts";
import { printModule } from "./load-input.ts";
import type { OptionValues } from "./options.ts";

export const typesCommand = (given: string, values: OptionValues): Promise<number> => printModule(given, values, declarationsOf);
