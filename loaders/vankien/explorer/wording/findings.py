"""What the findings mean, in words: what ``docs/findings.md`` explains at length."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.explorer.book.records import Name


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code in words: its name, what it is, what to do."""

    name: Name
    what: Name
    todo: Name


SEVERITIES = {
    "Violation": Name("vi phạm", "violation"),
    "Warning": Name("cảnh báo", "warning"),
    "Info": Name("ghi nhận", "note"),
}
"""The severities, the gravest first."""

MEANINGS = {
    "correction-text-changed": Meaning(
        Name("Văn bản dưới chỗ sửa đã thay đổi", "The text under a correction has changed"),
        Name(
            "Câu văn mà một người đã sửa dữ kiện từ đó nay khác trước.",
            "The sentence that a person corrected a fact of is another one now.",
        ),
        Name("Rà soát lại dữ kiện ấy trong bảng rà soát.", "Review the fact again in a review sheet."),
    ),
    "correction-without-fact": Meaning(
        Name("Chỗ sửa không còn dữ kiện", "A correction without its fact"),
        Name(
            "Dữ kiện mà một người đã sửa không còn được đọc ra.",
            "The fact that a person corrected is no longer read.",
        ),
        Name(
            "Bỏ chỗ sửa nếu nay đã đọc đúng; nếu thiếu dữ kiện thì bổ sung.",
            "Undo the correction if the reading is right now; add the fact if it is missing.",
        ),
    ),
    "lost-letter": Meaning(
        Name("Mất một chữ cái", "A lost letter"),
        Name(
            "Tệp văn bản mất một chữ cái ở mọi nơi; chữ ấy được đoán lại từ các từ chung quanh.",
            "The file lost one letter everywhere; it was restored from the words around it.",
        ),
        Name(
            "Không phải làm gì nếu chữ nêu ra là đúng; nếu sai thì trích lại văn bản bằng công cụ khác.",
            "Nothing if the letter is right; else extract the text again with another tool.",
        ),
    ),
    "mangled-text": Meaning(
        Name("Bản quét mất dấu", "A scan without diacritics"),
        Name(
            "Bản quét được nhận dạng bằng bộ máy tiếng Anh nên mất dấu; từ được phục hồi bằng mô hình, chữ số và số hiệu giữ nguyên.",
            "The scan was recognised by an English engine and lost its diacritics; words were restored by a model, digits and "
            "codes were left alone.",
        ),
        Name(
            "Nhận dạng lại bằng tiếng Việt nếu được; nếu không, so với bản gốc trước khi trích dẫn.",
            "Recognise it again in Vietnamese if you can; else compare with the original before quoting.",
        ),
    ),
    "page-not-read": Meaning(
        Name("Trang không đọc được", "A page that was not read"),
        Name(
            "Có trang của tệp PDF là ảnh, không có lớp văn bản, nên không đọc được; các trang còn lại đã được đọc.",
            "Pages of a PDF are pictures without text, and were not read; the rest of the document was.",
        ),
        Name(
            "Cài tesseract-ocr và tesseract-ocr-vie rồi dựng lại, hoặc xem các trang ấy.",
            "Install tesseract-ocr and tesseract-ocr-vie and build again, or look at the pages.",
        ),
    ),
    "repaired-number": Meaning(
        Name("Số đã sửa", "A repaired number"),
        Name(
            "Một số trong bảng quét mất dấu phẩy thập phân hoặc chữ số; số được đọc theo cách duy nhất mà hàng của nó cho phép.",
            "A number of a scanned table lost its decimal comma or digits; it was read in the only way that its row allows.",
        ),
        Name("So trị số với bản quét.", "Compare the value with the scan."),
    ),
    "slug-collision": Meaning(
        Name("Hai tên trùng nhau khi bỏ dấu", "Two names that are one without diacritics"),
        Name(
            "Hai tên khác nhau sẽ có chung một khóa khi bỏ dấu; tên sau được một khóa riêng.",
            "Two different names would share one key without diacritics; the second got a key of its own.",
        ),
        Name(
            "Xem đó có thật là hai thứ; nếu là một thì thêm cách viết vào danh mục.",
            "Check that they are two things; if they are one, add the spelling to the lists.",
        ),
    ),
    "unread-row": Meaning(
        Name("Hàng không đọc được", "A row that was not read"),
        Name(
            "Hàng của bảng quét không ghép lại được; không trị số nào được đọc.",
            "A row of a scanned table could not be put together; no value was read.",
        ),
        Name("Xem bản quét và bổ sung bằng vankien review.", "Look at the scan; add the facts with vankien review."),
    ),
    "uncertain-number": Meaning(
        Name("Số không chắc", "An uncertain number"),
        Name(
            "Số trong bảng quét bị hỏng hoặc không rõ thuộc cột nào; không trị số nào được đọc.",
            "A number of a scanned table is damaged, or its column is not certain; no value was read.",
        ),
        Name("Xem bản quét; dòng ấy giữ nguyên văn.", "Look at the scan; the line holds what was printed."),
    ),
    "unread-target-like": Meaning(
        Name("Có vẻ là chỉ tiêu mà không đọc được", "Looks like a target, but was not read"),
        Name(
            "Một chỗ trong phần chỉ tiêu có số và đơn vị mà không chỉ tiêu nào đọc được từ đó.",
            "A number with a unit stands among targets, and no target was read from it.",
        ),
        Name(
            "Xem dòng ấy; thêm cách viết còn thiếu vào danh mục, hoặc báo lại bằng một câu tương tự.",
            "Look at the line; add the missing spelling to the lists, or report it with a similar sentence of your own.",
        ),
    ),
}
"""The codes of findings that reading gives; a shape says what it means in its own message."""
