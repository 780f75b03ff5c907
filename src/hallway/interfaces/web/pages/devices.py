"""Devices: which browsers are signed in, and the language of this one."""

from __future__ import annotations

from starlette.responses import Response

from hallway.interfaces.web.tongue import tongues
from hallway.interfaces.web.visit import Visit, route


def devices_list(visit: Visit) -> Response:
    """Browsers that are signed in, and programs that may come in."""
    access = visit.memory.access
    return visit.page("devices.html", sessions=access.sessions(), tokens=access.tokens(), fresh="")


def device_revoke(visit: Visit) -> Response:
    """End one at once."""
    done = visit.memory.access.revoke(visit.id())
    return visit.go("/devices", visit.say("Signed out.") if done else visit.say("It had ended already."))


def token_create(visit: Visit) -> Response:
    """A token for a program; it is shown once."""
    access = visit.memory.access
    scopes = ("read", "write") if visit.form.get("scope") == "write" else ("read",)
    fresh = access.token(visit.form.get("label", "").strip() or visit.say("a program"), scopes)
    return visit.page("devices.html", sessions=access.sessions(), tokens=access.tokens(), fresh=fresh)


def language_choose(visit: Visit) -> Response:
    """The language of this browser."""
    chosen = visit.form.get("language", "")
    answer = visit.go("/more")
    if chosen in tongues():
        answer.set_cookie("language", chosen, max_age=400 * 86_400, samesite="strict", secure=visit.desk.secure)
    return answer


def more_show(visit: Visit) -> Response:
    """Everything that has no place in the bar."""
    return visit.page("more.html")


ROUTES = [
    route("GET", "/more", more_show),
    route("GET", "/devices", devices_list),
    route("POST", "/devices/{id:int}/end", device_revoke),
    route("POST", "/tokens", token_create),
    route("POST", "/language", language_choose, opened=True),
]
