"""What stands here is run by hand; the one that needs a library that nothing else needs is not looked into for doctests."""

collect_ignore = ["measure_widths.py"]
