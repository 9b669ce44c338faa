"""Tables of scans: shredded headers, torn labels and damaged numbers put together again."""
