"""A table on the screen, cell by cell, for every room that shows one."""
