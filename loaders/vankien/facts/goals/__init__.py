"""What announces goals: headings, lists, sentences that set, take up, or change them."""
