"""What the printed page adds to a text: letterhead, page numbers, footnotes, the furniture of a web page."""
