/** What reads and validates artifacts, and runs nothing: a chunk of its own in the bundle, for hosts that need no more. */
export { readModule } from "../schemas/fzb/binary.ts";
export { FzbError, type FzbErrorCode } from "../schemas/fzb/error.ts";
export { type ValidModule, validate } from "../schemas/fzb/validate.ts";
