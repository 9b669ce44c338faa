"""The graph for other programs: fact tables, the table of targets of a congress, the network of programmes."""
