/** The machine's own tests once more, with everything compiled. */
import { defaultTier } from "../test-assembler.ts";

defaultTier.tier = "jit";
await import("../arithmetic.test.ts");
await import("../host-calls.test.ts");
await import("../hostile.test.ts");
await import("../machine.test.ts");
await import("../memory.test.ts");
await import("../properties.test.ts");
await import("../structure.test.ts");
await import("../builtins/builtins.test.ts");
