"""The level of a heading as styles hand it down."""

NO_HEADING = 10
"""The heading level of what says that it is body text; it stops inheritance."""
