"""A comparison on paper: Word with tracked changes, one page of HTML, and the brief of one page."""
