"""Every word that the charts say, in Vietnamese and English."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Mark:
    """How a verdict or mode is shown: a sign, its class in ``charts.css``, its words."""

    sign: str
    css: str
    vi: str
    en: str

    def words(self, language: str) -> str:
        """The words in a language."""
        return self.vi if language == "vi" else self.en


VERDICT_MARKS = {
    "exceeded": Mark("▲", "exceeded", "Vượt", "Exceeded"),
    "met": Mark("●", "met", "Đạt", "Met"),
    "not-yet-met": Mark("▼", "not-yet-met", "Chưa đạt", "Not yet met"),
    "at-risk": Mark("!", "at-risk", "Khó đạt", "At risk"),
    "missed": Mark("✕", "missed", "Không đạt", "Missed"),
    "not-assessed": Mark("–", "not-assessed", "Không đánh giá", "Not assessed"),
}
"""The verdicts, the best first. The words are those of ``ontology/verdicts.ttl``."""

NO_VERDICT = Mark("", "none", "Chưa có đánh giá", "No verdict")

MODE_MARKS = {
    "stated": Mark("●", "stated", "văn kiện nêu", "stated"),
    "reported": Mark("○", "reported", "văn kiện báo cáo", "reported"),
    "inferred": Mark("△", "inferred", "suy ra", "inferred"),
}
"""How a link came about. The words are those of ``ontology/modes.ttl``."""

STATUSES = {
    "estimate": Mark("○", "estimate", "ước", "est."),
    "preliminary": Mark("○", "preliminary", "sơ bộ", "prelim."),
}
"""What is said of a value that is not final."""

WORDS = {
    "vi": {
        "map": "Chương trình nào phục vụ chỉ tiêu nào",
        "matrix": "Ma trận chương trình – chỉ tiêu",
        "table": "Bảng liên kết chương trình – chỉ tiêu",
        "programme": "Chương trình",
        "programmes": "Chương trình",
        "target": "Chỉ tiêu",
        "targets": "Chỉ tiêu",
        "value": "Mục tiêu",
        "verdict": "Đánh giá",
        "link": "Căn cứ liên kết",
        "total": "Tổng",
        "key": "Tên đầy đủ của các chương trình",
        "orphan": "chưa gắn chương trình",
        "orphan_programme": "chưa gắn chỉ tiêu",
        "orphans": "Chỉ tiêu chưa gắn với chương trình nào",
        "orphan_programmes": "Chương trình chưa gắn với chỉ tiêu nào",
        "computed": "Máy tính lại",
        "differs": "máy tính lại ra kết quả khác",
        "no_map": "Chưa có chương trình hay chỉ tiêu nào để vẽ.",
        "no_series": "Chưa có số liệu theo thời gian để vẽ.",
        "no_counts": "Chưa có đánh giá nào để đếm.",
        "n_programmes": "{} chương trình",
        "n_targets": "{} chỉ tiêu",
        "n_links": "{} liên kết",
        "goal": "Mục tiêu",
        "by": "Đến {}",
        "conflict": "Văn kiện ghi khác nhau cho cùng thời kỳ",
        "period_value": "trị số của cả giai đoạn",
        "unplaced": "Không đủ chỗ ghi trên hình",
        "percent": "{} so với mục tiêu, theo văn kiện",
        "to": "đến",
        "actual": "thực hiện",
        "estimated": "ước hoặc sơ bộ",
        "series": "Chuỗi số liệu",
        "months": "{} tháng {}",
        "no_unit": "không ghi đơn vị",
    },
    "en": {
        "map": "Which programme serves which target",
        "matrix": "Matrix of programmes and targets",
        "table": "Table of links between programmes and targets",
        "programme": "Programme",
        "programmes": "Programmes",
        "target": "Target",
        "targets": "Targets",
        "value": "Value set",
        "verdict": "Verdict",
        "link": "How it is known",
        "total": "Total",
        "key": "Full names of the programmes",
        "orphan": "no programme",
        "orphan_programme": "no target",
        "orphans": "Targets that no programme serves",
        "orphan_programmes": "Programmes without a target",
        "computed": "Computed",
        "differs": "the computed verdict differs",
        "no_map": "There is no programme or target to draw yet.",
        "no_series": "There are no values over time to draw yet.",
        "no_counts": "There is no verdict to count yet.",
        "n_programmes": "{} programmes",
        "n_targets": "{} targets",
        "n_links": "{} links",
        "goal": "Target",
        "by": "By {}",
        "conflict": "Documents give different values for the same period",
        "period_value": "value of a whole period",
        "unplaced": "No room for these in the picture",
        "percent": "{} of the target, as the document says",
        "to": "to",
        "actual": "actual",
        "estimated": "estimated or preliminary",
        "series": "Series",
        "months": "{} months of {}",
        "no_unit": "no unit printed",
    },
}


def say(word: str, language: str, *fill: object) -> str:
    """A word or sentence in a language, its gaps filled; raises KeyError for another language than vi and en."""
    return WORDS[language][word].format(*fill)


def verdict(key: str, language: str) -> Mark:
    """How a verdict is shown; a key that is not known shows itself, the empty one that there is none."""
    return VERDICT_MARKS.get(key) or (Mark("?", "unknown", key, key) if key else NO_VERDICT)
