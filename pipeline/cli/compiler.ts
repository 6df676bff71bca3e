/** The compiler as commands use it: the first cold start on a machine is the last one, but for CI, which begins anew each time. */
import { type Compiler, openCompiler } from "../compile.ts";

export const openCommandCompiler = (): Compiler => openCompiler(!process.env.CI && process.env.FUSABI_IMAGE !== "0");
