import { openSheet } from "./sheet.mjs";

const { show, names } = await openSheet(fetch("Sheet.fzb"));
const texts = { A1: "3", A2: "10", A3: "4", B1: "=SUM(A1:A3)", B2: "=MEDIAN(A1:A3)", B3: "=JOIN(A1, B1)", C1: "=FIB(A2)", C2: "=FIB(C1)" };
const table = document.querySelector("table");

function draw() {
  for (const [name, field] of fields) if (field !== document.activeElement) field.value = show(texts, name);
}

const fields = new Map();
for (let row = 1; row <= 5; row++) {
  const line = table.insertRow();
  for (const column of "ABC") {
    const name = column + row;
    const field = line.insertCell().appendChild(document.createElement("input"));
    field.title = `${name}: a number, a text, or =${names.join("(…), =")}(…)`;
    field.onfocus = () => {
      field.value = texts[name] ?? "";
    };
    field.onblur = () => {
      texts[name] = field.value;
      draw();
    };
    fields.set(name, field);
  }
}
draw();
