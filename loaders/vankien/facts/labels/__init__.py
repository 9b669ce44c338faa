"""What a value measures: the words of its indicator, found around it and cut to what they are."""
