"""What follows from several documents together: verdicts, contradictions, which programme serves which target."""
