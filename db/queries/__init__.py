"""All reads of the library: functions on a connection, typed rows out, one module per noun.

Every function raises errors of `db.errors` only, and LookupError subclasses of this
package where a report is asked for that is not there or is not the only one.
"""

from db.queries.areas import Area, area_of_a_report, areas, reports_of_area
from db.queries.checks import open_contradictions, report_checks
from db.queries.content import content, sections
from db.queries.doubts import review_queue
from db.queries.figures import IndicatorOverview, figure, indicator_overview
from db.queries.findings import findings
from db.queries.lengths import syllables
from db.queries.receipts import receipts
from db.queries.reports import (
    AmbiguousReport,
    UnknownReport,
    all_counts,
    as_read,
    counts,
    find_report,
    only_samples,
    periods_as_read,
    report,
    report_with_source,
    reports,
    reports_named,
    reports_of,
    same_period,
    spines,
    telling_words,
    years,
)
from db.queries.series import series

__all__ = [
    "AmbiguousReport",
    "Area",
    "IndicatorOverview",
    "UnknownReport",
    "all_counts",
    "area_of_a_report",
    "areas",
    "as_read",
    "content",
    "counts",
    "figure",
    "find_report",
    "findings",
    "indicator_overview",
    "only_samples",
    "open_contradictions",
    "periods_as_read",
    "receipts",
    "report",
    "report_checks",
    "report_with_source",
    "reports",
    "reports_named",
    "reports_of",
    "reports_of_area",
    "review_queue",
    "same_period",
    "sections",
    "series",
    "spines",
    "syllables",
    "telling_words",
    "years",
]
