"""The body of a report: headings, paragraphs, list items, sentences."""
