"""The pages: what the graph says, for people who look rather than query.

`book` holds the graph as plain values and fills them from a store; `targets`, `documents`, `congresses` and `bodies` gather what is
shown of each; `wording` and `addresses` say it in words and know where it is (on a server, or in a static site). `pages` is
what a page is made with, `parts` and `asking` what several share, ``views`` makes each; `responding` answers a request with
one, `site` writes all of them as files.
"""
