"""What people look at: pages and pictures made from the graph."""
