"""Budgets, as Lighthouse has them: what each page may weigh and ask for, how little it may move, how large its targets are."""

from __future__ import annotations

import pytest
from phones import come_in
from playwright.sync_api import Browser, Page
from rooms import addresses
from served import Served

from hallway import Memory

BYTES, REQUESTS, SHIFT = 60_000, 10, 0.1
"""Of the first load: bytes as they lie here, and requests; of any page: cumulative layout shift (web.dev/cls)."""
WATCH = """window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")].flatMap((one) => {
  const box = (one.closest("label.check") || (one.matches(".name") && one.closest(".card")) || one).getBoundingClientRect(), style = getComputedStyle(one);
  if (!box.width || !box.height || style.clipPath.includes("inset") || one.matches(".skip, [type=hidden], [disabled]")) return [];
  const control = one.matches("button, select, textarea, summary, input:not([type=checkbox]), nav a");
  const free = style.display === "inline" || (style.display === "inline-block" && one.closest("p, li > span"));
  if (!control && free) return [];
  const least = control ? 44 : 24;
  return box.height + 0.5 < least || box.width + 0.5 < 24 ? [`${one.outerHTML.slice(0, 90)}: ${box.width} × ${box.height}`] : [];
})"""
"""Targets: a thumb's height for what is pressed, 24 px for links that stand alone (WCAG 2.2, 2.5.8; links in a text are free)."""
ORDER = """() => ({
  lang: document.documentElement.lang, title: document.title, h1: document.querySelectorAll("h1").length,
  main: document.querySelectorAll("main").length, nav: document.querySelectorAll("nav[aria-label]").length,
  skip: [...document.querySelectorAll("h1, h2, h3, h4")].map((h) => +h.tagName[1]).some((n, i, all) => n > (all[i - 1] ?? 0) + 1),
  wide: document.documentElement.scrollWidth - innerWidth, moved: window.moved,
})"""


@pytest.mark.parametrize(("width", "height", "scheme"), [(360, 740, "dark"), (2560, 1440, "dark")])
def test_every_page_keeps_within_them(width: int, height: int, scheme: str, lived_in: Served, browser: Browser) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB", reduced_motion="reduce"
    )
    context.add_init_script(WATCH)
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    with Memory(lived_in.memory) as memory:
        page = come_in(context, lived_in, f"{lived_in.url}/enter?link={memory.access.link()}")
    problems = [f"{name}: {p}" for name, url in addresses(lived_in).items() for p in beyond(page, url, width < 1000)]
    context.close()
    print(*problems, sep="\n")
    assert problems == []
    assert {url for url in asked if not url.startswith((lived_in.url, "data:", "blob:"))} == set()


def beyond(page: Page, url: str, thumb: bool) -> list[str]:
    """What is wrong with one page."""
    page.goto(url)
    page.wait_for_load_state("networkidle")
    told = page.evaluate(ORDER)
    found = [] if told["lang"] == "en" and told["title"].endswith(" · Hallway") else [f"{told['lang']} {told['title']}"]
    found += [f"{told[n]} {n}" for n in ("h1", "main") if told[n] != 1]
    found += ["no navigation"] * (not told["nav"]) + ["a heading is skipped"] * told["skip"]
    found += [f"{told['wide']} px too wide"] * (told["wide"] > 0) + [f"moves by {told['moved']}"] * (
        told["moved"] > SHIFT
    )
    return found + (page.evaluate(SMALL) if thumb else [])


def test_the_first_load(lived_in: Served, browser: Browser) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: dict[str, int] = {}
    page.on("response", lambda r: asked.update({r.url: len(r.body()) if r.ok else 0}))
    with Memory(lived_in.memory) as memory:
        page.goto(f"{lived_in.url}/enter?link={memory.access.link()}")
    page.wait_for_url(f"{lived_in.url}/")
    asked.clear()
    page.reload()
    page.wait_for_load_state("networkidle")
    context.close()
    # Stories are fetched half a second later, so that they are there without a network; nobody waits for them.
    first = {url: size for url, size in asked.items() if "/people/" not in url}
    assert len(first) <= REQUESTS, sorted(first)
    assert sum(first.values()) <= BYTES, first
