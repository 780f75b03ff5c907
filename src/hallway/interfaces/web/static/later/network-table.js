// The table beside the picture: the same people, in an order that one chooses.
const RANK = ["cemented", "renewed", "new", "fleeting", "elsewhere", "none"];

export function order({ model, sort }) {
  const names = (a, b) => model.names.compare(a.name, b.name);
  const by = {
    name: names,
    known: (a, b) => RANK.indexOf(a.how) - RANK.indexOf(b.how) || b.there.length - a.there.length || b.beside.size - a.beside.size || names(a, b),
    ties: (a, b) => b.beside.size - a.beside.size || names(a, b),
    years: (a, b) => b.there.length - a.there.length || names(a, b),
    work: (a, b) => (a.work ? 0 : 1) - (b.work ? 0 : 1) || model.names.compare(a.work ?? "", b.work ?? "") || names(a, b),
  }[sort.key];
  model.listed = [...model.shown].sort((a, b) => (sort.down ? -by(a, b) : by(a, b)));
  for (const th of document.querySelectorAll("#people th[data-sort]")) {
    if (th.dataset.sort === sort.key) th.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else th.removeAttribute("aria-sort");
  }
}

export function fill(view) {
  const { model, rows } = view;
  const body = document.querySelector("#people tbody");
  const symbols = document.getElementById("symbols").content;
  body.replaceChildren(...model.listed.slice(0, rows).map((one) => row(one, model, symbols)));
  if (!model.shown.length) body.append(nobody(model));
  const { shown } = model.words;
  document.getElementById("shown").textContent = shown.replace("{shown}", model.numbers.format(Math.min(rows, model.shown.length))).replace("{n}", model.numbers.format(model.shown.length));
  document.getElementById("further").hidden = model.shown.length <= rows;
  if (view.chosen) document.querySelector(`#people tr[data-id="${view.chosen.id}"]`)?.setAttribute("aria-current", "true");
}

function row(one, model, symbols) {
  const tr = document.createElement("tr");
  tr.dataset.id = one.id;
  const who = Object.assign(document.createElement("th"), { scope: "row" });
  who.append(Object.assign(document.createElement("a"), { href: `/people/${one.id}`, textContent: one.name }));
  const how = document.createElement("td");
  how.append(symbols.querySelector(`.${one.how}`).cloneNode(true), ` ${model.words[one.how]}`);
  const others = [...one.beside.keys()].map((other) => other.name);
  const stands = cell(others.slice(0, 3).join(", ") + (others.length > 3 ? ` +${others.length - 3}` : ""));
  tr.append(who, how, stands);
  if (model.editions.length > 1) tr.append(cell(model.years(one).join(", ")));
  tr.append(cell(one.work ?? ""));
  return tr;
}

function cell(text) {
  return Object.assign(document.createElement("td"), { textContent: text });
}

function nobody(model) {
  const tr = document.createElement("tr");
  tr.append(Object.assign(cell(model.words.nobody), { colSpan: model.editions.length > 1 ? 5 : 4 }));
  return tr;
}
