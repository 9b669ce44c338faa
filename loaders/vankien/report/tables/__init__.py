"""Tables by the layout that they are printed in: pipes, gaps, one cell a line, HTML, dumps."""
