"""Proper names: places, persons, congresses, the grammar of names of bodies, and whose document it is."""
