/** Source text to Babel's statements. Fable's TypeScript and our library are TypeScript, Fable's library is JavaScript. */
import { parse as babelParse } from "@babel/parser";
import type { Statement } from "@babel/types";

/** `start` is where the text begins in its file. Throws Babel's SyntaxError. */
export const parse = (path: string, code: string, start: { readonly line: number; readonly index: number } = { line: 1, index: 0 }): readonly Statement[] =>
  babelParse(code, {
    sourceType: "module",
    sourceFilename: path,
    plugins: path.endsWith(".js") ? [] : ["typescript"],
    startLine: start.line,
    startColumn: 0,
    startIndex: start.index,
    createParenthesizedExpressions: false,
    allowUndeclaredExports: true,
    errorRecovery: false,
    attachComment: false,
  }).program.body;
