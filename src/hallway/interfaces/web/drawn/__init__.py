"""Where things stand in pictures that are SVG in the page itself: in the page's colours, with links, and a table beside them."""
