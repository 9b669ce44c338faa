"""The letterhead of a document: its code, date, issuer and title."""
