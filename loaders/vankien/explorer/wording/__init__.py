"""Numbers, values, dates and findings in words and as cells of spreadsheets."""
