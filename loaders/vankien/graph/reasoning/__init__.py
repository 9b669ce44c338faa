"""OWL: is the graph consistent, and what follows from it?"""
