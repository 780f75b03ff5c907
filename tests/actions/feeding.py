"""Feeds to be fetched, in a few words."""

from __future__ import annotations

from html import escape


def item(number: int, title: str = "", body: str = "", day: str = "2015-10-06", author: str = "") -> str:
    made = f"<dc:creator>{author}</dc:creator>" if author else ""
    return (
        f"<item><title>{escape(title or f'Post {number}')}</title><link>https://tides.example/{number}</link>{made}"
        f"<dc:date>{day}</dc:date><description>{escape(body or f'<p>Words of post {number}.</p>')}</description></item>"
    )


def rss(*items: str, title: str = "Tides and Tapes", more: str = "") -> str:
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">'
        f"<channel><title>{title}</title>{more}{''.join(items)}</channel></rss>"
    )
