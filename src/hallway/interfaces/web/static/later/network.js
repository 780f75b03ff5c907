// The network of an event or a series: fetches it, and keeps the picture, the table and what is chosen in step.
import { select, zoom, zoomIdentity } from "./d3.js";
import { Model } from "./network-model.js";
import { paint } from "./network-draw.js";
import { fill, order } from "./network-table.js";

const $ = (id) => document.getElementById(id);
const root = $("network");
if (root) start();

async function start() {
  const words = JSON.parse(root.dataset.words);
  const answer = await fetch(root.dataset.src).catch(() => null);
  if (!answer?.ok) return void ($("heard").textContent = words.failed);
  const model = new Model(await answer.json(), words, root.dataset.lang);
  for (const part of [$("tools"), $("stage"), $("keys"), $("legend")]) part.hidden = false;
  root.classList.add("drawn");
  const view = new View(model);
  view.narrowed();
  view.home();
  root.dataset.ready = "1";
}

class View {
  constructor(model) {
    this.model = model;
    this.canvas = $("canvas");
    this.at = zoomIdentity;
    this.chosen = this.lit = null;
    this.rows = 100;
    this.sort = { key: "known", down: false };
    this.zooming();
    this.pointing();
    this.typing();
    this.tools();
    new ResizeObserver(() => this.resized()).observe($("stage"));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.soon());
  }

  // Drawing happens once a frame, however much has changed.
  soon() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      const began = performance.now();
      paint(this);
      root.dataset.paint = Math.round(performance.now() - began);
    });
  }

  resized() {
    const { clientWidth: width, clientHeight: height } = $("stage");
    const dense = Math.min(devicePixelRatio || 1, 2);
    const first = !this.width;
    Object.assign(this, { width, height, dense });
    this.canvas.width = width * dense;
    this.canvas.height = height * dense;
    if (first) this.home();
    this.soon();
  }

  zooming() {
    this.zoom = zoom()
      .filter((e) => !e.button && (e.type !== "wheel" || e.ctrlKey || document.activeElement === $("stage")))
      .extent(() => [[0, 0], [this.width, this.height]])
      .on("zoom", (e) => {
        this.at = e.transform;
        this.soon();
      });
    select(this.canvas).call(this.zoom).on("dblclick.zoom", null);
    $("closer").onclick = () => this.nearer(1.6);
    $("farther").onclick = () => this.nearer(1 / 1.6);
    $("whole").onclick = () => this.whole();
  }

  nearer(times) {
    const spot = this.chosen && this.screen(this.chosen);
    select(this.canvas).call(this.zoom.scaleBy, times, spot ?? [this.width / 2, this.height / 2]);
  }

  // Those whom I know, and a part of the groups around them.
  home() {
    const { x0, y0, x1, y1 } = this.model.core();
    this.fit({ x0: x0 * 1.2, y0: y0 * 1.2, x1: x1 * 1.2, y1: y1 * 1.2 });
  }

  // All that is to be seen, as large as it can be.
  whole() {
    this.fit(this.model.bounds());
  }

  fit({ x0, y0, x1, y1 }) {
    if (!this.width) return;
    const k = Math.min((this.width - 48) / (x1 - x0), (this.height - 48) / (y1 - y0), 60);
    const all = this.model.bounds();
    this.zoom.scaleExtent([Math.min(k, this.width / (all.x1 - all.x0), this.height / (all.y1 - all.y0)) / 2, 120]);
    const to = zoomIdentity.translate(this.width / 2 - (k * (x0 + x1)) / 2, this.height / 2 - (k * (y0 + y1)) / 2).scale(k);
    select(this.canvas).call(this.zoom.transform, to);
  }

  screen(one) {
    return this.at.apply([one.x, one.y]);
  }

  // Bring somebody into sight, as near as one has to be to see them.
  show(one) {
    const [x, y] = this.screen(one);
    const hidden = one.group !== null && !one.isGroup && !this.opened(this.model.groups[one.group]);
    const k = hidden ? Math.max(this.at.k, 100 / this.model.groups[one.group].radius) : this.at.k;
    const inside = x > 40 && y > 40 && x < this.width - 40 && y < this.height - 40;
    if (inside && !hidden) return;
    select(this.canvas).call(this.zoom.transform, zoomIdentity.translate(this.width / 2 - k * one.x, this.height / 2 - k * one.y).scale(k));
  }

  opened(group) {
    return group.radius * this.at.k > 90;
  }

  pointing() {
    const spot = (e) => {
      const box = this.canvas.getBoundingClientRect();
      return this.at.invert([e.clientX - box.left, e.clientY - box.top]);
    };
    const near = (e) => this.model.nearest(...spot(e), 16 / this.at.k, (g) => this.opened(g));
    this.canvas.addEventListener("pointermove", (e) => {
      const one = e.buttons ? this.lit : near(e);
      this.canvas.classList.toggle("over", Boolean(one));
      if (one !== this.lit) this.light(one);
    });
    this.canvas.addEventListener("pointerleave", () => this.light(null));
    this.canvas.addEventListener("click", (e) => {
      const one = near(e);
      if (one?.isGroup) this.enter(one);
      else if (one && one === this.chosen) this.open(one);
      else this.choose(one);
    });
    const row = (e) => this.model.byId.get(Number(e.target.closest("tr[data-id]")?.dataset.id)) ?? null;
    const table = $("people");
    table.addEventListener("mouseover", (e) => this.light(row(e)));
    table.addEventListener("mouseleave", () => this.light(null));
    table.addEventListener("focusin", (e) => this.light(row(e)));
    table.addEventListener("click", (e) => {
      if (!e.target.closest("a, button") && row(e)) this.choose(row(e));
    });
  }

  light(one) {
    this.lit = one;
    for (const tr of document.querySelectorAll("#people tr.lit")) tr.classList.remove("lit");
    if (one) document.querySelector(`#people tr[data-id="${one.id}"]`)?.classList.add("lit");
    this.soon();
  }

  choose(one, how = "") {
    this.chosen = one;
    this.soon();
    const panel = $("chosen");
    panel.hidden = !one || one.isMe;
    for (const tr of document.querySelectorAll("#people tr[aria-current]")) tr.removeAttribute("aria-current");
    if (!one) return void ($("heard").textContent = "");
    this.show(one);
    $("heard").textContent = [this.model.said(one), how].filter(Boolean).join(". ");
    if (one.isMe || one.isGroup) return void (panel.hidden = true);
    panel.replaceChildren(...this.model.told(one, (other) => this.choose(other)));
    const tr = document.querySelector(`#people tr[data-id="${one.id}"]`);
    tr?.setAttribute("aria-current", "true");
    const box = tr?.closest(".tall");
    if (box && box.scrollHeight > box.clientHeight) box.scrollTop = tr.offsetTop - box.clientHeight / 3;
  }

  open(one) {
    if (one.isGroup) this.enter(one);
    else if (!one.isMe) location.href = `/people/${one.id}`;
  }

  enter(group) {
    const k = Math.max(100, Math.min(this.width, this.height) / 2.4) / group.radius;
    select(this.canvas).call(this.zoom.transform, zoomIdentity.translate(this.width / 2 - k * group.x, this.height / 2 - k * group.y).scale(k));
    $("heard").textContent = this.model.said(group);
  }

  typing() {
    const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    $("stage").addEventListener("keydown", (e) => {
      if (e.target !== $("stage") || e.ctrlKey || e.metaKey || e.altKey) return;
      const done = { Enter: () => this.chosen && this.open(this.chosen), Escape: () => this.choose(null), Home: () => this.choose(this.model.first()) };
      Object.assign(done, { PageDown: () => this.choose(this.model.after(this.chosen, 1)), PageUp: () => this.choose(this.model.after(this.chosen, -1)) });
      Object.assign(done, { "+": () => this.nearer(1.6), "-": () => this.nearer(1 / 1.6), 0: () => this.whole() });
      if (arrows[e.key]) this.step(arrows[e.key]);
      else if (done[e.key]) done[e.key]();
      else return;
      e.preventDefault();
    });
  }

  step(way) {
    if (!this.chosen || !this.model.seen(this.chosen)) return this.choose(this.model.first());
    const { one, tied } = this.model.beside(this.chosen, way, (g) => this.opened(g));
    if (one) this.choose(one, tied ? "" : this.model.words.untied);
  }

  tools() {
    const changed = () => {
      this.rows = 100;
      this.narrowed();
    };
    root.addEventListener("input", changed);
    $("tools").addEventListener("submit", (e) => e.preventDefault());
    $("further").onclick = () => {
      this.rows += 300;
      fill(this);
    };
    for (const th of document.querySelectorAll("#people th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.onclick = () => {
        this.sort = { key: th.dataset.sort, down: this.sort.key === th.dataset.sort && !this.sort.down };
        order(this);
        fill(this);
      };
    }
  }

  // What is wanted of all that there is; the picture and the table show the same people.
  narrowed() {
    const year = $("year");
    const edition = year && Number(year.value) ? Number(year.value) - 1 : null;
    const kinds = new Set([...document.querySelectorAll("input[name=known]:checked")].map((box) => box.value));
    this.model.narrow({ edition, before: Boolean($("before")?.checked), kinds, words: $("find").value, me: $("me").checked });
    if (year) {
      const said = edition === null ? this.model.words.all : this.model.editions[edition].title;
      $("year-said").textContent = said;
      year.setAttribute("aria-valuetext", said);
    }
    for (const count of document.querySelectorAll("[data-count]")) count.textContent = this.model.counts[count.dataset.count] ?? 0;
    order(this);
    fill(this);
    document.querySelector(".tall").scrollTop = 0;
    this.lit = null;
    if (this.chosen && !this.model.seen(this.chosen)) this.choose(null);
    this.soon();
  }
}
