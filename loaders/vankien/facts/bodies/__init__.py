"""Names of bodies in a text → bodies: where a name begins and ends, groups of bodies, whose body it is."""
