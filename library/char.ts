export { parseChar as parse } from "./number-parse.ts";
