"""Links between documents, programmes, bodies and targets: one module per wording, all called by `finding`."""
