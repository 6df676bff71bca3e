/** `#if` of F# for a set of defines: inactive lines and the directives become empty, so that every line keeps its number. */

export const applyDirectives = (text: string, defines: ReadonlySet<string>): string => {
  if (!/^\s*#if\b/m.test(text)) return text;
  const lines = text.split("\n");
  const stack: { active: boolean; outer: boolean }[] = [];
  const scan: Scan = { mode: "code", depth: 0 };
  const result = lines.map((line) => {
    const active = stack.every((level) => level.active && level.outer);
    const directive = scan.mode === "code" ? /^\s*#(if|else|endif)\b(.*)$/.exec(line.replace(/\r$/, "")) : null;
    if (directive === null) {
      if (!active) return "";
      advance(scan, line);
      return line;
    }
    const top = stack[stack.length - 1];
    if (directive[1] === "if") stack.push({ active: evaluate(directive[2].replace(/\/\/.*$/, ""), defines), outer: active });
    else if (top !== undefined && directive[1] === "else") top.active = !top.active;
    else stack.pop();
    return "";
  });
  return result.join("\n");
};

interface Scan {
  mode: "code" | "string" | "verbatim" | "triple" | "comment";
  depth: number;
}

/** Follows strings and block comments over line ends. */
const advance = (scan: Scan, line: string): void => {
  for (let at = 0; at < line.length; at++) {
    const rest = line.slice(at, at + 3);
    switch (scan.mode) {
      case "code":
        if (rest.startsWith("//")) return;
        if (rest === '"""') {
          scan.mode = "triple";
          at += 2;
        } else if (rest.startsWith('@"')) {
          scan.mode = "verbatim";
          at++;
        } else if (rest.startsWith('"')) scan.mode = "string";
        else if (rest.startsWith("'\"'")) at += 2;
        else if (rest.startsWith("(*") && rest !== "(*)") {
          scan.mode = "comment";
          scan.depth = 1;
          at++;
        }
        break;
      case "string":
        if (rest.startsWith("\\")) at++;
        else if (rest.startsWith('"')) scan.mode = "code";
        break;
      case "verbatim":
        if (rest.startsWith('""')) at++;
        else if (rest.startsWith('"')) scan.mode = "code";
        break;
      case "triple":
        if (rest === '"""') {
          scan.mode = "code";
          at += 2;
        }
        break;
      default:
        if (rest.startsWith("(*")) {
          scan.depth++;
          at++;
        } else if (rest.startsWith("*)")) {
          at++;
          if (--scan.depth === 0) scan.mode = "code";
        }
    }
  }
};

/** `A && (B || !C)` over defined names. */
const evaluate = (expression: string, defines: ReadonlySet<string>): boolean => {
  const tokens = expression.match(/&&|\|\||!|\(|\)|[A-Za-z_][\w']*/g) ?? [];
  let next = 0;
  const either = (): boolean => {
    let value = both();
    while (tokens[next] === "||") {
      next++;
      const right = both();
      value = value || right;
    }
    return value;
  };
  const both = (): boolean => {
    let value = single();
    while (tokens[next] === "&&") {
      next++;
      const right = single();
      value = value && right;
    }
    return value;
  };
  const single = (): boolean => {
    const token = tokens[next++];
    if (token === "!") return !single();
    if (token !== "(") return token === "true" || (token !== undefined && defines.has(token));
    const value = either();
    next++;
    return value;
  };
  return either();
};
