"""Words that tell what a clause does (sets, reaches, judges, leads up): the language of the genre, no vocabulary."""
