"""The nouns for what a result is held against: targets and plans. Building blocks of patterns that ignore case."""

from __future__ import annotations

TARGET_NOUN = r"(?:mục\stiêu|chỉ\stiêu|nghị\squyết|NQĐH|MTNQ|NQ)(?!\w)"
PLAN_NOUN = r"(?:kế\shoạch|KH|dự\stoán)(?!\w)"
GOAL_NOUN = rf"(?:{TARGET_NOUN}|{PLAN_NOUN})"
