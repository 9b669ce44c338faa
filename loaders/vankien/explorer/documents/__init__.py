"""What is known of documents: their texts, lines, chains, contradictions, and how well they were read."""
