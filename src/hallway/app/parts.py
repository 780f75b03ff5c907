"""The parts of a memory, each reached by its name and made when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from hallway.app.access import Access
    from hallway.app.clips import Clips
    from hallway.app.corridor import Corridor
    from hallway.app.feeds import Feeds
    from hallway.app.files import Files
    from hallway.app.memory import Memory
    from hallway.app.messages import Messages
    from hallway.app.pictures import Pictures
    from hallway.app.programmes import Programmes
    from hallway.app.same import Same
    from hallway.app.years import Years


class Parts:
    """What `Memory` is made of, beside what it does itself."""

    @cached_property
    def same(self) -> Same:
        """Who is who: suggestions, merging, splitting, correcting, forgetting."""
        from hallway.app.same import Same

        return Same(_whole(self))

    @cached_property
    def feeds(self) -> Feeds:
        """Whose writing I follow."""
        from hallway.app.feeds import Feeds

        return Feeds(_whole(self))

    @cached_property
    def files(self) -> Files:
        """What comes in from other places, and leaves for them."""
        from hallway.app.files import Files

        return Files(_whole(self))

    @cached_property
    def years(self) -> Years:
        """What the years amount to: ties, series, teams, outcomes."""
        from hallway.app.years import Years

        return Years(_whole(self))

    @cached_property
    def corridor(self) -> Corridor:
        """Here and now: the event one is at, whom one met today, and what a browser sends."""
        from hallway.app.corridor import Corridor

        return Corridor(_whole(self))

    @cached_property
    def clips(self) -> Clips:
        """Photos and recordings."""
        from hallway.app.clips import Clips

        return Clips(_whole(self))

    @cached_property
    def access(self) -> Access:
        """Who may come in through a browser or a program."""
        from hallway.app.access import Access

        return Access(_whole(self))

    @cached_property
    def pictures(self) -> Pictures:
        """What people would rather look at: networks, flows, a calendar."""
        from hallway.app.pictures import Pictures

        return Pictures(_whole(self))

    @cached_property
    def messages(self) -> Messages:
        """My own words in mails and chats that came in."""
        from hallway.app.messages import Messages

        return Messages(_whole(self))

    @cached_property
    def programmes(self) -> Programmes:
        """Who speaks where, and whom to look for."""
        from hallway.app.programmes import Programmes

        return Programmes(_whole(self))


def _whole(parts: Parts) -> Memory:
    """The memory that these are the parts of: nothing else has them."""
    return cast("Memory", parts)
