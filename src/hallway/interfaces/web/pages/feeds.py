"""Feeds: whose writing I follow, and what they wrote."""

from __future__ import annotations

from starlette.responses import Response

from hallway.app import Memory
from hallway.interfaces.web.jobs import Progress
from hallway.interfaces.web.visit import Visit, route


def feeds_list(visit: Visit) -> Response:
    """Whom I follow where, and the newest of what they wrote."""
    feeds = visit.memory.feeds
    return visit.page("feeds.html", feeds=feeds.all(), newest=feeds.newest(), name=visit.asked("name"))


def feed_follow(visit: Visit) -> Response:
    """Follow somebody at an address; nothing is fetched before one asks for news."""
    form, feeds = visit.form, visit.memory.feeds
    name, url = form.get("name", "").strip(), form.get("url", "").strip()
    known = feeds.candidates(name, url)
    person = known[0].id if len(known) == 1 else None
    kept = feeds.follow(
        name, url, form.get("words", "").strip(), since=form.get("since", "").strip() or None, person=person
    )
    return visit.go("/feeds", visit.say("Followed: {name}", name=name), kept.action)


def feed_end(visit: Visit) -> Response:
    """Follow one address no longer. What was read stays."""
    url = visit.form.get("url", "")
    visit.memory.feeds.unfollow(url)
    return visit.go("/feeds", visit.say("Not followed any more: {url}", url=url), visit.memory.log(1)[0].id)


def feeds_refresh(visit: Visit) -> Response:
    """Fetch what is new, aside, while a page tells how far that is."""

    def work(memory: Memory, progress: Progress) -> object:
        return memory.feeds.refresh(progress=progress)

    return visit.go(f"/feeds/news/{visit.desk.jobs.start(work).id}")


def news_show(visit: Visit) -> Response:
    """How far fetching is, and what came of it."""
    job = visit.desk.jobs.find(visit.request.path_params["job"])
    found = job.result if isinstance(job.result, list) else []
    template = "parts/news.html" if visit.wants_part else "news.html"
    told = [one for one in found if one.status in ("new", "page", "failed")]
    return visit.page(template, job=job, found=told, quiet=len(found) - len(told))


ROUTES = [
    route("GET", "/feeds", feeds_list),
    route("POST", "/feeds", feed_follow),
    route("POST", "/feeds/end", feed_end),
    route("POST", "/feeds/news", feeds_refresh),
    route("GET", "/feeds/news/{job}", news_show, slow=True),
]
