"""What a page is made with, what a view gives for it, and which view has which address."""
