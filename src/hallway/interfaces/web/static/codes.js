// QR codes: read with what the browser has, else with qr.js; and what they say, as far as a line needs it. Hallway itself
// reads the whole card later; here only the name and the organization are looked for.
let reader = null;
const SOON = 3000; // ms after which the page is at rest: then what reads codes is fetched, so that it is there without a network
addEventListener("load", () => setTimeout(async () => (reader ??= await detector().catch(() => null)), SOON));

async function detector() {
  const can = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats().catch(() => []) : [];
  if (can.includes("qr_code")) {
    const own = new BarcodeDetector({ formats: ["qr_code"] });
    return async (canvas) => (await own.detect(canvas))[0]?.rawValue ?? null;
  }
  const { default: decode } = await import("./qr.js");
  return async (canvas) => {
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    try {
      return decode({ data, width, height }, { textDecoder: letters });
    } catch {
      return null; // no code in this picture, which is how it says so
    }
  };
}

// Most codes are UTF-8, whatever they say; those that cannot be are what the standard meant at first (ISO 8859-1).
function letters(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const canvas = document.createElement("canvas");

// What the code in a picture (a bitmap, a video) says; null where there is none.
export async function codeIn(picture, longest = 1000) {
  reader ??= await detector();
  const [width, height] = [picture.videoWidth ?? picture.width, picture.videoHeight ?? picture.height];
  if (!width) return null;
  const scale = Math.min(1, longest / Math.max(width, height));
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(picture, 0, 0, canvas.width, canvas.height);
  return reader(canvas);
}

const plain = (text) => text.replace(/\\n/gi, " ").replace(/\\(.)/g, "$1").trim();

// { card: the name, organization } of a vCard or MECARD; { text } of anything else.
export function meaning(code) {
  const said = code.trim();
  const found = /^BEGIN:VCARD/i.test(said) ? vcard(said) : /^(MECARD|BIZCARD):/i.test(said) ? mecard(said) : null;
  return found?.name ? { card: said, ...found } : { text: said.replace(/\s+/g, " ").slice(0, 500) };
}

function vcard(text) {
  const fields = new Map();
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const [, name, value] = line.match(/^(?:[\w-]+\.)?([A-Z-]+)(?:;[^:]*)?:(.*)$/i) ?? [];
    if (name && !fields.has(name.toUpperCase())) fields.set(name.toUpperCase(), value);
  }
  const [family, given] = (fields.get("N") ?? "").split(/(?<!\\);/);
  const name = fields.get("FN") || [given, family].filter(Boolean).join(" ");
  return { name: plain(name), organization: plain((fields.get("ORG") ?? "").split(/(?<!\\);/)[0]) };
}

function mecard(text) {
  const short = /^BIZCARD/i.test(text);
  const fields = Object.fromEntries([...text.matchAll(/([A-Za-z-]+):((?:[^\\;]|\\.)*);/g)].map(([, key, value]) => [key.toUpperCase(), value]));
  const whole = text.match(/^\w+:([A-Z]+):((?:[^\\;]|\\.)*);/i); // the first field stands right behind the mark
  if (whole) fields[whole[1].toUpperCase()] = whole[2];
  if (short) return { name: plain([fields.N, fields.X].filter(Boolean).join(" ")), organization: plain(fields.C ?? "") };
  const [family, given] = (fields.N ?? "").split(/(?<!\\),/);
  return { name: plain([given, family].filter(Boolean).join(" ")), organization: plain(fields.ORG ?? "") };
}
