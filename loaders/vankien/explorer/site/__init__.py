"""The pages as files: a site that needs no server.

`plan` lists the files, `write` makes them in several processes, `extras` are those that are no pages, `folder` is where they
go and whose it is.
"""
