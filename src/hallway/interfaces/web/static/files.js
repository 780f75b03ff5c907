// Files are dropped anywhere on the page; how far an import is, is asked for until it is over.
const drop = document.getElementById("drop");
if (drop) {
  addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    drop.elements.files.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
const job = document.getElementById("job");
async function again() {
  const answer = await fetch(job.dataset.again, { headers: { "X-Part": "1" } }).catch(() => null);
  const part = answer?.ok ? await answer.text() : "";
  if (answer?.ok && job.querySelector("[data-working]") && !part.includes("data-working")) return location.reload();
  if (answer?.ok) job.innerHTML = part;
  if (!job.querySelector("[data-over], [role=alert]")) setTimeout(again, 400);
}
if (job?.dataset.again) setTimeout(again, 200);
