"""The pages: what the graph says, for people who look rather than query.

`book` holds the graph as plain values, `read_book` fills it from a store, ``views`` makes a page of a part of it,
`links` knows where a page is (on a server, or in a static site), `page` turns a page into HTML.
"""
