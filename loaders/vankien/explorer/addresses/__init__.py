"""Where things have their pages, on a server and in a static site, and where IRIs lead."""
