"""The graph over HTTP, for reading only: the SPARQL endpoint and the pages of the explorer.

`vankien.serve.pages` says what the app asks of the pages; `vankien.serve.app` is the app; `vankien.serve.pool` runs
queries in processes of their own, which are killed when their time is over.
"""
