/** An SVG chart of ratios: a row per program, a bar per column, on a logarithmic scale whose middle line is the column that others are measured against. */
const colours = ["#2563eb", "#f59e0b", "#6b7280", "#10b981", "#8b5cf6", "#ef4444", "#0891b2"];
const width = 860;
const left = 150;
const bar = 7;
const ticks = [0.01, 0.1, 0.3, 1, 3, 10, 30, 100];

const escaped = (text) => text.replace(/[&<>]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[each]);

/** `rows` are pairs of a title and ratios by column; `columns` gives their titles in order. */
export const drawChart = (title, rows, columns) => {
  const names = Object.keys(columns);
  const all = rows.flatMap(([, ratios]) => Object.values(ratios));
  const low = Math.log(Math.min(0.3, ...all));
  const high = Math.log(Math.max(3, ...all));
  const x = (ratio) => left + ((Math.log(ratio) - low) / (high - low)) * (width - left - 60);
  const top = 64;
  const rowHeight = names.length * bar + 8;
  const bottom = top + rows.length * rowHeight;
  const number = (value) => value.toFixed(1);
  const text = (at, y, value, more = "") => `<text x="${number(at)}" y="${number(y)}"${more}>${escaped(value)}</text>`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 24}" font-family="system-ui, sans-serif" font-size="11" fill="#374151">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(12, 20, title, ' font-size="14" font-weight="600"'),
    ...names.map(
      (name, index) => `<rect x="${12 + index * 150}" y="32" width="10" height="10" fill="${colours[index % colours.length]}"/>${text(28 + index * 150, 41, columns[name])}`,
    ),
  ];
  for (const tick of ticks.filter((each) => x(each) >= left && x(each) <= width)) {
    lines.push(`<line x1="${number(x(tick))}" x2="${number(x(tick))}" y1="${top - 8}" y2="${bottom}" stroke="${tick === 1 ? "#111827" : "#e5e7eb"}"/>`);
    lines.push(text(x(tick), bottom + 14, String(tick), ' text-anchor="middle"'));
  }
  rows.forEach(([name, ratios], row) => {
    const y = top + row * rowHeight;
    lines.push(text(left - 8, y + rowHeight / 2, name, ' text-anchor="end"'));
    names.forEach((column, index) => {
      const ratio = ratios[column];
      if (ratio === undefined) return;
      const [from, to] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))];
      lines.push(
        `<rect x="${number(from)}" y="${y + index * bar}" width="${number(Math.max(1, to - from))}" height="${bar - 1}" fill="${colours[index % colours.length]}"><title>${escaped(name)}: ${ratio.toFixed(2)}</title></rect>`,
      );
    });
  });
  return `${lines.join("\n")}\n</svg>\n`;
};
