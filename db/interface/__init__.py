"""Rows as other programs and plain screens get them: JSON documents, text, HTML. No Qt."""
