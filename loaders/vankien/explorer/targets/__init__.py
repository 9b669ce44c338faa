"""What came of targets: scoreboards, series, and the programmes that serve them."""
