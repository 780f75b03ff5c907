// A code before the camera: looked for until one is found, or the dialog is closed. The picture leaves this page nowhere.
import { taken, tell } from "./attach.js";
import { codeIn } from "./codes.js";

const button = document.getElementById("scan");
const dialog = document.getElementById("scanner");
const video = dialog.querySelector("video");
const PAUSE = 120; // ms between two looks
let stream = null;

async function begin() {
  stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } }).catch(() => null);
  if (!stream) return tell(button.dataset.denied);
  tell("");
  video.srcObject = stream;
  dialog.showModal();
  await video.play().catch(() => {});
  look();
}

async function look() {
  if (!dialog.open) return;
  let pause = PAUSE;
  const code = await codeIn(video).catch(() => {
    pause = 10 * PAUSE; // what reads codes is not there yet
    return null;
  });
  if (!dialog.open) return;
  if (!code) return setTimeout(look, pause);
  dialog.close();
  await taken(code);
}

dialog.addEventListener("close", () => {
  for (const track of stream?.getTracks() ?? []) track.stop();
  video.srcObject = null;
});
dialog.querySelector("button").addEventListener("click", () => dialog.close());
if (navigator.mediaDevices) {
  button.hidden = false;
  button.addEventListener("click", begin);
}
