"""Photos and recordings: taken in with a capture or on a person's page, shown, and taken away."""

from __future__ import annotations

import re

from starlette.responses import JSONResponse, Response

from hallway.formats.clips.protocol import BadClip
from hallway.interfaces.web.visit import Visit, route

_HEADERS = {
    # Whatever it is, nothing in it is ever started, and it can reach nothing.
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; sandbox",
    "Cache-Control": "private, max-age=31536000, immutable",
    "Accept-Ranges": "bytes",
}
_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
_MOST_WORDS = 500


def clip_receive(visit: Visit) -> Response:
    """Keep what was taken with a capture, under the id that the browser made for it."""
    capture, clip = (visit.request.path_params[name] for name in ("capture", "clip"))
    if len(visit.files) != 1:
        return visit.problem(visit.say("Choose a file first."), 422)
    try:
        file = visit.memory.clips.clean(visit.files[0][1], place=visit.form.get("place") == "1")
        with visit.desk.lock:
            state = visit.memory.corridor.attach(capture, clip, file)
    except BadClip as error:
        return JSONResponse({"id": clip, "state": "refused", "problem": visit.tongue.failure(error)})
    except LookupError:
        return JSONResponse({"id": clip, "state": "early"})
    return JSONResponse({"id": clip, "state": state})


def clip_create(visit: Visit) -> Response:
    """Attach a photo or a recording to a person."""
    if not visit.files:
        return visit.problem(visit.say("Choose a file first."), 422)
    words = visit.form.get("words", "")[:_MOST_WORDS]
    files = [visit.memory.clips.clean(data, place="place" in visit.form) for _, data in visit.files]
    with visit.desk.lock:
        kept = [visit.memory.clips.attach(f"#{visit.id()}", file, words) for file in files]
    said = visit.say("Attached.") if any(k.action for k in kept) else visit.say("Kept already.")
    return visit.go(f"/people/{visit.id()}", said, kept[-1].action if len(kept) == 1 else None)


def clip_show(visit: Visit) -> Response:
    """The photo or the recording itself, or the part of it that a player asks for (RFC 9110, 14)."""
    type_, data = visit.memory.clips.file(visit.id())
    headers = _HEADERS | {"Content-Disposition": "inline"}
    asked = _RANGE.fullmatch(visit.request.headers.get("range", ""))
    if not asked or asked[0] == "bytes=-":
        return Response(data, media_type=type_, headers=headers)
    first, last = (int(part) if part else None for part in asked.groups())
    start = first if first is not None else max(len(data) - (last or 0), 0)
    end = min(last, len(data) - 1) if first is not None and last is not None else len(data) - 1
    if start > end:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
    return Response(data[start : end + 1], 206, headers, type_)


def clip_small(visit: Visit) -> Response:
    """The small picture of a photo."""
    type_, data = visit.memory.clips.file(visit.id(), small=True)
    return Response(data, media_type=type_, headers=_HEADERS)


def clip_remove(visit: Visit) -> Response:
    """Take a photo or a recording away; it can be brought back."""
    action = visit.memory.clips.remove(visit.id())
    back = visit.form.get("back", "")
    return visit.go(back if back.startswith(("/people/", "/events/")) else "/", visit.say("Removed."), action)


ROUTES = [
    route("POST", "/captures/{capture}/clips/{clip}", clip_receive, slow=True),
    route("POST", "/people/{id:int}/clips", clip_create, slow=True),
    route("GET", "/clips/{id:int}", clip_show),
    route("GET", "/clips/{id:int}/small", clip_small),
    route("POST", "/clips/{id:int}/remove", clip_remove),
]
