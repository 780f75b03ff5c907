// Paints the network: ties, groups, people by shape and colour, and as many names as there is room for, the most important first.
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "./d3.js";

const SHAPES = { cemented: symbolDiamond, renewed: symbolSquare, new: symbolCircle, fleeting: symbolCircle, elsewhere: symbolTriangle, none: symbolCircle };
const AREA = { cemented: 1.35, renewed: 1.15, new: 1.1, fleeting: 0.8, elsewhere: 0.75, none: 0.22 };
const HOLLOW = new Set(["fleeting", "elsewhere"]);
const LAST = ["none", "elsewhere", "fleeting", "new", "renewed", "cemented"];

export function paint(view) {
  const { canvas, model, dense, at, width, height } = view;
  if (!width || !model.shown) return;
  const c = canvas.getContext("2d");
  const style = getComputedStyle(canvas);
  const ink = (name) => style.getPropertyValue(`--${name}`).trim();
  const em = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const pen = { c, view, ink, em, font: style.getPropertyValue("--sans") };
  c.setTransform(dense, 0, 0, dense, 0, 0);
  c.clearRect(0, 0, width, height);
  const inside = ([x, y], r) => x > -r && y > -r && x < width + r && y < height + r;
  const people = model.shown.filter((one) => (one.group === null || view.opened(model.groups[one.group])) && inside((one.at = at.apply([one.x, one.y])), 20));
  const groups = model.groups.filter((group) => group.count && inside((group.at = at.apply([group.x, group.y])), group.radius * at.k));
  const focus = view.lit ?? view.chosen;
  drawGroups(pen, groups);
  drawTies(pen, focus);
  const dim = focus && !focus.isGroup && !focus.isMe && focus.beside?.size;
  for (const how of LAST) drawPeople(pen, people.filter((one) => one.how === how), how, dim ? focus : null);
  if (model.withMe) drawMe(pen);
  if (focus && !focus.isGroup) ring(pen, focus);
  drawNames(pen, people, groups, focus);
}

function size(view, how) {
  return Math.max(how === "none" ? 8 : 14, Math.min(170, AREA[how] * view.at.k * view.at.k * 0.34));
}

function drawGroups({ c, view, ink }, groups) {
  for (const group of groups) {
    c.beginPath();
    c.arc(...group.at, group.radius * view.at.k, 0, 2 * Math.PI);
    c.fillStyle = ink("sheet");
    c.fill();
    c.strokeStyle = ink(group === view.lit || group === view.chosen ? "accent" : "line");
    c.lineWidth = group === view.lit || group === view.chosen ? 2.5 : 1.25;
    c.stroke();
  }
}

function drawTies({ c, view, ink }, focus) {
  const { model, at } = view;
  const line = (ties, colour, wide) => {
    c.beginPath();
    for (const tie of ties) {
      c.moveTo(...at.apply([tie.one.x, tie.one.y]));
      c.lineTo(...at.apply([tie.other.x, tie.other.y]));
    }
    Object.assign(c, { strokeStyle: colour, lineWidth: wide });
    c.stroke();
  };
  const open = (one) => one.group === null || view.opened(model.groups[one.group]);
  const ties = model.ties.filter((tie) => tie.wanted && open(tie.one) && open(tie.other));
  if (model.withMe && (!focus || focus.isMe)) {
    const spokes = model.drawn.filter((one) => model.met(one)).map((one) => ({ one: model.me, other: one }));
    c.globalAlpha = focus?.isMe ? 0.55 : Math.max(0.1, Math.min(0.3, 12 / spokes.length));
    line(spokes, ink(focus?.isMe ? "accent" : "soft"), 0.75);
    c.globalAlpha = 1;
  }
  c.globalAlpha = Math.max(0.16, Math.min(0.6, 90 / ties.length)) * (focus && !focus.isGroup ? 0.5 : 1);
  line(ties, ink("soft"), ties.length > 300 && at.k < 20 ? 0.75 : 1);
  c.globalAlpha = 1;
  if (!focus || focus.isGroup || focus.isMe) return;
  line(ties.filter((tie) => tie.one === focus || tie.other === focus), ink("accent"), 2.25);
  if (model.withMe && model.met(focus)) line([{ one: model.me, other: focus }], ink("accent"), 1);
}

function drawPeople({ c, view, ink }, people, how, focus) {
  const form = symbol(SHAPES[how], size(view, how)).context(c);
  const draw = (some, alpha) => {
    c.beginPath();
    for (const one of some) {
      c.setTransform(view.dense, 0, 0, view.dense, one.at[0] * view.dense, one.at[1] * view.dense);
      form();
    }
    c.setTransform(view.dense, 0, 0, view.dense, 0, 0);
    c.globalAlpha = alpha;
    c.fillStyle = ink(HOLLOW.has(how) ? "paper" : colour(how));
    c.fill();
    Object.assign(c, { strokeStyle: ink(HOLLOW.has(how) ? colour(how) : "paper"), lineWidth: HOLLOW.has(how) ? 2 : 1 });
    if (how !== "none") c.stroke();
    c.globalAlpha = 1;
  };
  if (!focus) return draw(people, 1);
  const near = (one) => one === focus || focus.beside.has(one);
  draw(people.filter((one) => !near(one)), 0.3);
  draw(people.filter(near), 1);
}

const colour = (how) => (how === "elsewhere" ? "accent" : how);

function drawMe({ c, view, ink, font }) {
  const [x, y] = view.at.apply([0, 0]);
  c.beginPath();
  c.arc(x, y, Math.max(7, Math.min(15, view.at.k * 0.7)), 0, 2 * Math.PI);
  c.fillStyle = ink("ink");
  c.fill();
  Object.assign(c, { strokeStyle: ink("mark"), lineWidth: 3 });
  c.stroke();
}

function ring({ c, view, ink }, one) {
  const [x, y] = view.screen(one);
  c.beginPath();
  c.arc(x, y, Math.max(11, Math.sqrt(size(view, one.isMe ? "cemented" : one.how) / Math.PI) + 6), 0, 2 * Math.PI);
  Object.assign(c, { strokeStyle: ink("accent"), lineWidth: 3 });
  c.stroke();
}

// Names where there is room: whoever is chosen, groups, then people in the order of how well I know them.
function drawNames({ c, view, ink, font, em }, people, groups, focus) {
  const { model, at, width } = view;
  const most = Math.round(width / (model.drawn.length > 60 && at.k < 13 ? 70 : width < 500 ? 13 : 16));
  Object.assign(c, { textBaseline: "middle", lineJoin: "round", strokeStyle: ink("paper"), lineWidth: 3.5 });
  const taken = [];
  const put = (text, x, y, { bold = false, align = "left", over = false, small = false } = {}) => {
    c.font = `${bold ? 600 : 400} ${(small ? 11.5 : 13) * em}px ${font}`;
    const wide = c.measureText(text).width;
    const left = align === "center" ? x - wide / 2 : align === "right" ? x - wide : x;
    const box = [left - 1, y - 9 * em, left + wide + 1, y + 9 * em];
    if (!over && (box[0] < 0 || box[2] > width || taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]))) return false;
    taken.push(box);
    Object.assign(c, { textAlign: "left", fillStyle: ink("ink") });
    c.strokeText(text, left, y);
    c.fillText(text, left, y);
    return true;
  };
  const [mx, my] = at.apply([0, 0]);
  if (model.withMe) taken.push([mx - 14, my - 14, mx + 14, my + 14]);
  if (people.length < 200) for (const { at: [x, y] } of people) taken.push([x - 6, y - 6, x + 6, y + 6]);
  const aside = (one) => {
    const [x, y] = one.at;
    const r = beside(one);
    return put(one.name, x + r, y) || put(one.name, x - r, y, { align: "right" }) || put(one.name, x, y + r + 8 * em, { align: "center" });
  };
  const beside = (one) => Math.sqrt(size(view, one.how ?? "cemented") / Math.PI) + 5;
  if (focus && !focus.isGroup) {
    const [x, y] = view.screen(focus);
    c.font = `600 ${13 * em}px ${font}`;
    const room = x + beside(focus) + c.measureText(focus.name).width < width;
    put(focus.name, room ? x + beside(focus) : x, room ? y : y - 20, { bold: true, over: true, align: room ? "left" : "center" });
  }
  if (model.withMe && !focus?.isMe && at.k > 11) put(model.words.me, at.applyX(0), at.applyY(0) + 14 + 10 * em, { bold: true, align: "center" });
  const near = focus && !focus.isGroup && !focus.isMe ? [...focus.beside.keys()].filter((one) => one.at && people.includes(one)) : [];
  for (const one of near) aside(one);
  for (const group of groups) named(group, view, put, em);
  let left = most;
  for (const one of people) {
    if (left <= 0) break;
    if (one === focus || near.includes(one) || (one.how === "none" && at.k < 24)) continue;
    if (aside(one)) left -= 1;
  }
}

function named(group, view, put, em) {
  const r = group.radius * view.at.k;
  const [x, y] = group.at;
  const count = view.model.numbers.format(group.count);
  if (view.opened(group)) return put(group.name, x, y - r + 12 * em, { bold: true, align: "center" });
  if (r < 16 * em) return;
  const most = Math.floor(r / (3.3 * em));
  const short = group.name.length > most ? `${group.name.slice(0, Math.max(1, most - 1)).trim()}…` : group.name;
  if (r < 26 * em) return put(count, x, y, { align: "center", small: true });
  put(short, x, y - 9.5 * em, { align: "center", small: true });
  put(count, x, y + 9.5 * em, { align: "center", small: true });
}
