// A voice note: recorded while a dot and a clock say so, for a few minutes at most, and held when it ends, however it ends.
import { add, tell } from "./attach.js";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const LONGEST = 300; // seconds
const LARGEST = 10_000_000; // bytes
const button = document.getElementById("voice");
const label = button.querySelector("span");
const words = button.dataset;
let recording = null;

async function begin() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
  if (!stream) return tell(words.denied);
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const parts = [];
  let size = 0;
  const began = Date.now();
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 });
  const clock = setInterval(() => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    label.textContent = words.stop.replace("{time}", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    if (seconds >= LONGEST || size >= LARGEST) end();
  }, 250);
  recorder.addEventListener("dataavailable", ({ data }) => {
    parts.push(data);
    size += data.size;
  });
  recorder.addEventListener("stop", async () => {
    clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
    recording = null;
    button.setAttribute("aria-pressed", "false");
    label.textContent = words.start;
    if (size) await add({ kind: "voice", blob: new Blob(parts, { type: recorder.mimeType.split(";")[0] }) });
  });
  recorder.start(1000);
  recording = recorder;
  button.setAttribute("aria-pressed", "true");
  label.textContent = words.stop.replace("{time}", "0:00");
}

export function end() {
  if (recording?.state === "recording") recording.stop();
}

if (navigator.mediaDevices && "MediaRecorder" in window) {
  button.hidden = false;
  button.addEventListener("click", () => (recording ? end() : begin()));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && end());
}

// Ends what is being recorded, and waits until it is held: whoever captures means to have it along.
export async function finished() {
  if (!recording) return;
  const over = new Promise((done) => recording.addEventListener("stop", () => setTimeout(done, 50)));
  end();
  await over;
}
