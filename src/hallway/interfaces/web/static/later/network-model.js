// Who is in the network, who of them is wanted, and who stands beside whom. It knows nothing of the screen.
import { quadtree } from "./d3.js";

const BEST = ["cemented", "renewed", "new", "fleeting", "elsewhere", "none"];
const plain = (text) => (text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export class Model {
  constructor(data, words, lang) {
    Object.assign(this, data, { words });
    this.numbers = new Intl.NumberFormat(lang);
    this.names = new Intl.Collator(lang);
    this.me = { id: 0, isMe: true, name: words.me, x: 0, y: 0, group: null, tied: [] };
    this.byId = new Map(this.people.map((one) => [one.id, one]));
    for (const one of this.people) {
      one.tied = [];
      one.find = plain([one.name, one.work, one.role, one.group === null ? "" : this.groups[one.group].name].join(" "));
    }
    this.groups.forEach((group, number) => Object.assign(group, { isGroup: true, id: `g${number}`, group: number, name: group.name ?? words.others }));
    for (const tie of this.ties) {
      tie.one = this.byId.get(tie.a);
      tie.other = this.byId.get(tie.b);
      tie.one.tied.push(tie);
      tie.other.tied.push(tie);
    }
  }

  narrow({ edition, before, kinds, words, me }) {
    Object.assign(this, { edition, withMe: me, asked: plain(words).trim() });
    const wanted = (n) => edition === null || n === edition || (before && n < edition);
    for (const group of this.groups) group.count = 0;
    this.counts = {};
    for (const one of this.people) {
      one.how = edition === null ? one.known : this.howThen(one, wanted);
      const fits = one.how !== null && (this.asked === "" || this.asked.split(/\s+/).every((word) => one.find.includes(word)));
      if (fits) this.counts[one.how] = (this.counts[one.how] ?? 0) + 1;
      one.wanted = fits && kinds.has(one.how);
      if (one.wanted && one.group !== null) this.groups[one.group].count += 1;
    }
    for (const tie of this.ties) tie.wanted = tie.one.wanted && tie.other.wanted && tie.editions.some(wanted);
    this.shown = this.people.filter((one) => one.wanted);
    this.drawn = this.shown.filter((one) => one.group === null);
    for (const one of this.shown) one.beside = this.around(one);
    this.tree = quadtree(this.shown, (one) => one.x, (one) => one.y);
    this.dots = quadtree(this.drawn, (one) => one.x, (one) => one.y);
  }

  // How I met somebody in those years; null where they were not there.
  howThen(one, wanted) {
    const then = one.there.filter(([n]) => wanted(n)).map(([, how]) => how);
    if (!then.length) return null;
    const met = BEST.find((how) => then.includes(how));
    return met ?? (one.known === "none" ? "none" : "elsewhere");
  }

  around(one) {
    const found = new Map();
    for (const tie of one.tied) {
      if (!tie.wanted) continue;
      const other = tie.one === one ? tie.other : tie.one;
      if (!found.has(other)) found.set(other, []);
      found.get(other).push(tie);
    }
    return found;
  }

  seen(one) {
    return one.isMe ? this.withMe : one.isGroup ? one.count > 0 : one.wanted;
  }

  met(one) {
    return !["elsewhere", "none"].includes(one.how);
  }

  first() {
    return this.withMe ? this.me : (this.shown[0] ?? this.groups.find((g) => g.count));
  }

  // The next person, or the one before, in the order of how well I know them: so everybody can be reached.
  after(one, steps) {
    const at = this.shown.indexOf(one);
    return this.shown[at < 0 ? (steps > 0 ? 0 : this.shown.length - 1) : Math.max(0, Math.min(this.shown.length - 1, at + steps))] ?? this.first();
  }

  bounds(core = false) {
    const box = { x0: -3, y0: -3, x1: 3, y1: 3 };
    const add = (x, y, r) => {
      box.x0 = Math.min(box.x0, x - r);
      box.y0 = Math.min(box.y0, y - r);
      box.x1 = Math.max(box.x1, x + r);
      box.y1 = Math.max(box.y1, y + r);
    };
    for (const one of this.drawn) add(one.x, one.y, 1);
    if (core && this.drawn.length > 3) return box;
    for (const group of this.groups) if (group.count) add(group.x, group.y, group.radius);
    return box;
  }

  core() {
    return this.bounds(true);
  }

  // Whoever is nearest to a spot: a person, me, or a group that is closed.
  nearest(x, y, reach, opened) {
    if (this.withMe && Math.hypot(x, y) < reach) return this.me;
    const group = this.groups.find((g) => g.count && Math.hypot(x - g.x, y - g.y) < g.radius);
    if (group && !opened(group)) return group;
    return this.tree.find(x, y, reach) ?? this.dots.find(x, y, reach) ?? null;
  }

  // Whom an arrow leads to: along a tie where one goes that way, else to whoever is near.
  beside(one, [dx, dy], opened) {
    const tied = one.isMe ? this.shown.filter((p) => this.met(p)) : [...(one.beside?.keys() ?? [])];
    if (!one.isMe && this.withMe && !one.isGroup && this.met(one)) tied.push(this.me);
    const onTie = best(one, tied, dx, dy);
    if (onTie) return { one: onTie, tied: true };
    const others = [...this.drawn, ...this.groups.filter((g) => g.count && !opened(g))];
    if (one.group !== null) others.push(...this.shown.filter((p) => p.group === one.group));
    return { one: best(one, others, dx, dy), tied: false };
  }

  years(one) {
    return one.there.map(([n]) => this.editions[n].year ?? this.editions[n].title);
  }

  said(one) {
    const { words } = this;
    if (one.isMe) return words.me;
    if (one.isGroup) return words.group.replace("{name}", one.name).replace("{n}", this.numbers.format(one.count));
    const others = [...one.beside.keys()];
    const stands = others.length ? `${words.stands.replace("{n}", others.length)}: ${others.slice(0, 5).map((p) => p.name).join(", ")}` : words.alone;
    return [`${one.name}, ${words[one.how]}`, this.editions.length > 1 ? this.years(one).join(", ") : "", stands].filter(Boolean).join(". ");
  }

  // The person who is chosen, in words: what stands below the picture.
  told(one, choose) {
    const link = Object.assign(document.createElement("a"), { href: `/people/${one.id}`, textContent: one.name, className: "name" });
    const about = document.createElement("p");
    about.className = "soft";
    about.textContent = [this.words[one.how], one.work, this.editions.length > 1 ? this.years(one).join(", ") : ""].filter(Boolean).join(" · ");
    const list = document.createElement("ul");
    for (const [other, ties] of one.beside) {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: other.name });
      button.onclick = () => choose(other);
      const why = Object.assign(document.createElement("span"), { className: "soft" });
      why.textContent = ties.map((tie) => this.words[tie.kind === "met" ? "met_together" : tie.kind] + (tie.about ? `: ${tie.about}` : "")).join("; ");
      item.append(button, " ", why);
      list.append(item);
    }
    if (!one.beside.size) list.append(Object.assign(document.createElement("li"), { className: "soft", textContent: this.words.alone }));
    return [link, about, list];
  }
}

// The one that lies best in a direction, not farther aside than ahead; the nearer the better.
function best(from, others, dx, dy) {
  let found = null;
  let least = Infinity;
  for (const one of others) {
    if (one === from) continue;
    const x = one.x - from.x;
    const y = one.y - from.y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = Math.hypot(x, y) + aside;
    if (cost < least) [found, least] = [one, cost];
  }
  return found;
}
