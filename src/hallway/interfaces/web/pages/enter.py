"""Coming in: by the link that was printed, or with the pass-phrase; and going out again."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.visit import Visit, route


def enter_show(visit: Visit) -> Response:
    """Sign in with a one-time link, or ask for the pass-phrase."""
    link = visit.asked("link")
    if not link:
        return visit.page("enter.html", phrase=visit.desk.lan and visit.memory.access.has_phrase, wrong="")
    if visit.session:
        return visit.go("/")
    if not visit.desk.tries.allowed(_address(visit)):
        return _refused(visit, visit.say("Too many tries: wait a minute."), 429)
    secret = visit.memory.access.redeem(link, _label(visit))
    if secret is None:
        return _refused(
            visit, visit.say("This link was used already, or is too old. `hallway serve` prints a new one."), 403
        )
    return _welcome(visit, secret)


def enter_with_phrase(visit: Visit) -> Response:
    """Sign in with the pass-phrase, five tries a minute."""
    access = visit.memory.access
    if not (visit.desk.lan and access.has_phrase):
        return _refused(visit, visit.say("Here one comes in by the link that `hallway serve` prints."), 403)
    if not visit.desk.tries.allowed(_address(visit)):
        return _refused(visit, visit.say("Too many tries: wait a minute."), 429)
    if not access.is_phrase(visit.form.get("phrase", "")):
        return _refused(visit, visit.say("That is not the pass-phrase."), 403)
    return _welcome(visit, access.session(_label(visit)))


def session_end(visit: Visit) -> Response:
    """Sign this browser out. What it has not sent yet stays in it, for whoever signs in again."""
    if visit.session:
        visit.memory.access.revoke(visit.session.id)
    answer = visit.go("/enter")
    answer.delete_cookie(visit.desk.cookie)
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _welcome(visit: Visit, secret: str) -> Response:
    """A page that goes on by itself: cookies that are `Strict` are not sent along a redirect from elsewhere."""
    visit.desk.tries.right(_address(visit))
    answer = visit.page("welcome.html")
    lasts = 90 * 86_400
    answer.set_cookie(
        visit.desk.cookie, secret, max_age=lasts, httponly=True, samesite="strict", secure=visit.desk.secure
    )
    return answer


def _refused(visit: Visit, why: str, status: int) -> Response:
    return visit.page("enter.html", status, phrase=visit.desk.lan and visit.memory.access.has_phrase, wrong=why)


def _address(visit: Visit) -> str:
    return visit.request.client.host if visit.request.client else ""


def _label(visit: Visit) -> str:
    """What to call a browser in the list of sessions."""
    agent = visit.request.headers.get("user-agent", "")
    browser = next((b for b in ("Firefox", "Edg", "OPR", "Chrome", "Safari") if b in agent), "browser")
    system = next((s for s in ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux") if s in agent), "")
    return " · ".join(part for part in (browser.replace("Edg", "Edge").replace("OPR", "Opera"), system) if part)


ROUTES = [
    route("GET", "/enter", enter_show, opened=True),
    route("POST", "/enter", enter_with_phrase, opened=True),
    route("POST", "/leave", session_end),
]
