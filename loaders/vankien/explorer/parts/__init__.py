"""Parts that several pages share: filters, rows of targets, pictures, the programme–target map."""
