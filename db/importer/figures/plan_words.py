"""The words around a number that tell plans, comparisons and growth apart."""

from __future__ import annotations

import re

PLAN_AFTER = re.compile(
    r"\s{0,2}\(?(?:so (?:với )?|của |chỉ tiêu |mục tiêu |theo |trên )?(?:[^\W\d_]+ ){0,3}?(?:dự toán|kế hoạch"
    r"|nghị quyết|chỉ tiêu|mục tiêu|kh|dt|nq)(?!\w)"
)
PLAN_BEFORE = re.compile(
    r"(?:so (?:với )?|đạt |vượt |hoàn thành )(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|kh)(?!\w)[^,;]{0,40}$"
)
PREVIOUS_AFTER = re.compile(
    r"\s{0,2}(?:so |với |so với |của )?(?:cùng kỳ|cùng kì|ck|năm trước|năm ngoái|năm 20[0-9]{2}|thực hiện năm"
    r"|cuối năm|đầu năm|kỳ trước|20[0-9]{2})(?!\w)"
)
PLANNED = re.compile(
    r"(?<!so với )(?<!so )(?<!theo )(?<!thực hiện )(?<!vượt )(?<!đạt )(?<!so với chỉ tiêu )(?<!\w)(?:dự toán"
    r"|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|kh|dt)(?!\w)[^,;]{0,30}$"
)
PLAN_ASIDE = re.compile(
    r"(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu|kh|dt|nq)(?:\s[^\W\d_]+){0,3}\s?\((?:là |dự toán "
    "|kế hoạch )?$"
)
# "(KH: 39 giường)", "(KH tăng 12%)", "612 tấn/KH 600 tấn": a bracket that opens with the plan
PLAN_OPENS = re.compile(
    r"[(/]\s?(?:theo )?(?:dự toán|kế hoạch|kịch bản|nghị quyết|chỉ tiêu|mục tiêu|kh|dt|nq)(?: năm| giao| đề ra)?"
    r"\s?:?\s?(?:là )?$"
)
PLAN_LISTED = re.compile(r"(?<!\w)(?:kh|dt|kế hoạch|dự toán)\s(?:năm )?20[0-9]{2}\s?:\s?$")
UPWARDS = re.compile(r"\s?trở (?:lên|xuống|đi)(?!\w)")
PLAN_BEHIND = re.compile(r"\s(?:kế hoạch|dự toán|kh)(?:\s(?:giao|đề ra|năm))?\s{0,2}(?:[,;.)]|$)")
ASIDE = re.compile(r"(?:\s[^\W\d_]+){0,4}\s?\((?:tương ứng|tương đương)?\s?")
# "giảm 50% lệ phí": what falls stands behind the rate, and its level is not told
OBJECT = re.compile(
    r"\s(?!(?:so|trong|của|ở|cùng|năm|tại|và|nhưng|thì|là|do|nhờ|vào|với|song|còn|theo|đạt|để|mỗi|một|hằng|hàng|cao|thấp"
    r"|về|lên|chủ|đứng|xếp|vượt|sau|sang|xuống|bởi|vì|nên|tương|trên|kế|dự|không|chưa)(?!\w))[^\W\d_]"
)
BARE_BEHIND = re.compile(r"[0-9]\s?\(\s?$")
AND = re.compile(r"\s?(?:,|và|,\svà)\s(?:[^\W\d_]+\s){0,1}|\s?/\s?")
HELD_AGAINST = re.compile(r"(?<!\w)(?:cao|thấp|nhiều|ít|nhanh|chậm) hơn (?:so với )?(?:mức )?[^\W\d_][^,;:.()]{3,60}$")
LONGER = re.compile(
    r"(?<!\w)(?:nhiệm kỳ|giai đoạn|từ (?:đầu |cuối )?năm|đầu năm|sau [^\W_]+ năm|[^\W_]+ năm qua)(?!\w)"
)
SET = re.compile(r"(?:đề ra|đặt ra|được giao|giao)\s?\($")
AIM_NAMED = re.compile(r"^\W{0,4}(?:chỉ tiêu|mục tiêu|kế hoạch)\s[^,;:]{3,60}năm (20[0-9]{2})\s?:\s*$")
OTHER_YEAR = re.compile(r"năm (20[0-9]{2})(?:,|\sthì|\slà)?\s{0,2}$")
STRIVING = re.compile(r"(?<!\w)(?:phấn đấu|đặt mục tiêu|mục tiêu đến|dự kiến kế hoạch|chỉ tiêu đặt ra)(?!\w)")
GROWTH = re.compile(
    r"tăng trưởng|tốc độ tăng|tốc độ phát triển|chỉ số (?:sản xuất|phát triển|giá)|(?<!\w)(?:iip|cpi)(?!\w)"
)
