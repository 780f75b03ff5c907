// A text and what it says: touch one and the other lights up; everything can be decided from the keyboard.
const paste = document.getElementById("paste");
if (paste) {
  const file = paste.elements.file;
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files;
      paste.requestSubmit();
    }
  });
  file.addEventListener("change", () => file.files.length && paste.requestSubmit());
  paste.addEventListener("submit", () => {
    const button = paste.querySelector(".primary");
    button.textContent = paste.dataset.busy;
    button.setAttribute("aria-busy", "true");
  });
}

const form = document.getElementById("reading");
if (form) decide(form);

function decide(form) {
  const words = form.querySelector(".words");
  const rows = () => [...form.querySelectorAll("#people .fact")];
  const box = (row) => row.querySelector("input[type=checkbox]");
  const counted = document.getElementById("counted");

  function light(ref, from) {
    for (const lit of form.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!ref) return;
    const same = [...form.querySelectorAll(`[data-ref="${CSS.escape(ref)}"]`)];
    for (const one of same) one.classList.add("lit");
    const other = same.find((one) => (from.tagName === "MARK") !== (one.tagName === "MARK"));
    other?.scrollIntoView({ block: "nearest" });
  }

  function count() {
    const all = rows();
    const accepted = all.filter((row) => box(row).checked).length;
    counted.textContent = counted.dataset.words.replace("{n}", accepted).replace("{all}", all.length);
    for (const row of all) row.classList.toggle("accepted", box(row).checked);
  }

  function go(row) {
    if (!row) return;
    row.focus();
    light(row.dataset.ref, row);
  }

  const current = () => document.activeElement?.closest?.("#people .fact");
  const step = (by) => {
    const all = rows();
    const at = all.indexOf(current());
    go(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  };
  // After one is decided, the next that is not sure and not decided yet is next.
  const next = (row) => {
    const all = rows();
    const rest = [...all.slice(all.indexOf(row) + 1), ...all.slice(0, all.indexOf(row))];
    go(rest.find((one) => one.dataset.unsure !== undefined && one.dataset.decided === undefined) ?? rest[0]);
  };

  function sure() {
    for (const row of rows()) if (row.dataset.unsure === undefined) box(row).checked = true;
    count();
    go(rows().find((row) => row.dataset.unsure !== undefined && row.dataset.decided === undefined) ?? rows()[0]);
  }

  function settle(row, yes) {
    box(row).checked = yes;
    row.dataset.decided = "";
    count();
    next(row);
  }

  document.getElementById("sure").addEventListener("click", sure);
  form.addEventListener("click", (event) => {
    const place = event.target.closest("[data-ref]");
    if (place) light(place.dataset.ref, place);
    if (place?.tagName === "MARK") rows().find((row) => row.dataset.ref === place.dataset.ref)?.focus({ preventScroll: true });
  });
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest(".fact");
    if (row) light(row.dataset.ref, row);
  });
  form.addEventListener("change", count);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return form.requestSubmit(document.getElementById("keep"));
    const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && typing) return current()?.focus();
    if (event.key === "Enter" && typing && event.target.matches("input")) {
      event.preventDefault();
      return current()?.focus();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = current();
    const key = event.key.toLowerCase();
    const does = {
      a: sure,
      arrowdown: () => step(1),
      j: () => step(1),
      arrowup: () => step(-1),
      k: () => step(-1),
      y: () => row && settle(row, true),
      n: () => row && settle(row, false),
      e: () => row?.querySelector("input.name")?.select(),
    }[key];
    const kind = "12345".indexOf(key);
    if (does) {
      event.preventDefault();
      does();
    } else if (row && key !== "" && kind >= 0 && key.length === 1) {
      event.preventDefault();
      row.querySelector("select").selectedIndex = kind;
      settle(row, true);
    }
  });

  // A name that was missed: select it in the text.
  const template = document.getElementById("missed");
  document.addEventListener("mouseup", () => setTimeout(offer));
  document.addEventListener("touchend", () => setTimeout(offer));
  function offer() {
    const chosen = getSelection();
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
    const range = chosen.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const name = range.toString();
    if (!name.trim() || name.length > 80 || start === null) return;
    const from = start + points(name.slice(0, name.length - name.trimStart().length));
    add(name.trim(), from, from + points(name.trim()));
    chosen.removeAllRanges();
  }
  const points = (text) => [...text].length;
  function place(node, offset) {
    const piece = (node.nodeType === 3 ? node.parentElement : node).closest("[data-start]");
    if (!piece || node.nodeType !== 3) return null;
    return Number(piece.dataset.start) + points(node.data.slice(0, offset));
  }
  function add(name, start, end) {
    const row = template.content.firstElementChild.cloneNode(true);
    row.dataset.decided = "";
    row.querySelector(".name").textContent = name;
    row.querySelector(".hear").textContent = name;
    const kind = row.querySelector("select");
    kind.name = `missed:${start}-${end}`;
    row.querySelector("button").addEventListener("click", () => {
      row.remove();
      count();
    });
    document.getElementById("people").append(row);
    row.scrollIntoView({ block: "nearest" });
    kind.focus();
    count();
  }
  count();
}
