"""Parts of a window that know nothing of reports: layouts, labels, documents that open nothing."""
