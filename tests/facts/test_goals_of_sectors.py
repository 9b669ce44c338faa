"""How plans of sectors and news of them word their goals: numbers in words, rates, parts of an amount; invented places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.facts.measures.sentence import Measure, sentence_to_measures
from vankien.model import Lexicon, Observation, Outline, Target
from vankien.vietnamese import plain

SENTENCES = [
    pytest.param(
        "Đến năm 2033 có ít nhất ba xã đạt chuẩn nông thôn mới; 40% số thôn (tám thôn) có nhà văn hóa; thành lập mới không dưới hai hợp tác xã.",
        [
            "Số xã đạt chuẩn nông thôn mới | >= 3 | xã",
            "Tỷ lệ thôn có nhà văn hóa | = 40 | %",
            "Số thôn có nhà văn hóa | = 8 | thôn",
            "Số hợp tác xã được thành lập mới | >= 2 | hợp tác xã",
        ],
        id="counts in words: behind a bound, in a bracket beside a share",
    ),
    pytest.param(
        "Một trăm phần trăm chi bộ đạt vững mạnh; huy động hai tỷ đồng; tạo việc làm cho ba nghìn lao động; có thêm sáu thôn đạt chuẩn.",
        [
            "Tỷ lệ chi bộ đạt vững mạnh | = 100 | phần trăm",
            "Vốn huy động | = 2 | tỷ đồng",
            "Số lao động được tạo việc làm | = 3000 | lao động",
            "Số thôn đạt chuẩn tăng thêm | = 6 | thôn",
        ],
        id="a count all in words is told in full, a sum keeps its scale",
    ),
    pytest.param(
        "Chính quyền có hai cấp; tăng trưởng có hai con số; tổ chức một hội nghị với 40 đại biểu.",
        ["Số đại biểu | = 40 | đại biểu"],
        id="words that count nothing that is to be reached",
    ),
    pytest.param(
        "Năm 2034, ngành chè chiếm tỷ trọng 45%, ngành quế chiếm tỷ trọng 20%; tỷ trọng ngành dệt tăng lên 35%.",
        ["Tỷ lệ ngành chè | = 45 | %", "Tỷ lệ ngành quế | = 20 | %", "Tỷ trọng ngành dệt | = 35 | %"],
        id="the share that each takes, and the one that a share rises to",
    ),
    pytest.param(
        "Cơ cấu lao động nông nghiệp, công nghiệp và dịch vụ năm 2032 lần lượt là 31% - 27% - 42%; nâng tỷ lệ gỗ lớn từ 15% - 20% hiện nay lên trên 45%.",
        [
            "Cơ cấu lao động nông nghiệp | = 31 | %",
            "Cơ cấu lao động công nghiệp | = 27 | %",
            "Cơ cấu lao động dịch vụ | = 42 | %",
            "Tỷ lệ gỗ lớn | range 15..20 | %",
            "Tỷ lệ gỗ lớn | > 45 | %",
        ],
        id="three values between dashes are no ranges, and a range may be where a share comes from",
    ),
    pytest.param(
        "75% trẻ em được tiêm ít nhất 3 loại vắc xin; số sinh viên/vạn dân đạt ít nhất là 180; duy trì tỷ lệ 100% phủ kín quy hoạch chung.",
        [
            "Tỷ lệ trẻ em được tiêm ít nhất 3 loại vắc xin | = 75 | %",
            "Số sinh viên/vạn dân | >= 180 | sinh viên",
            "Tỷ lệ phủ kín quy hoạch chung | = 100 | %",
        ],
        id="a bound inside what a share says; a rate and a share whose words stand behind",
    ),
    pytest.param(
        "Tỷ số tử vong bà mẹ dưới 40/100.000 trẻ đẻ sống; tỷ lệ mắc lao dưới 90/100.000 dân; sản lượng trứng đạt 3 tỷ quả; trồng mới 2 tỷ cây xanh.",
        [
            "Tỷ số tử vong bà mẹ | < 40 | /100.000 trẻ đẻ sống",
            "Tỷ lệ mắc lao | < 90 | /100.000 dân",
            "Sản lượng trứng | = 3 | tỷ quả",
            "Số cây xanh được trồng mới | = 2 | tỷ cây",
        ],
        id="rates that name only whom they count to; billions that are no money",
    ),
    pytest.param(
        "Từ 70% số hộ nông dân trở lên đăng ký thi đua và có từ 45% số hộ trở lên đạt danh hiệu gia đình văn hóa.",
        [
            "Tỷ lệ hộ nông dân đăng ký thi đua | >= 70 | %",
            "Tỷ lệ hộ đạt danh hiệu gia đình văn hóa | >= 45 | %",
        ],
        id="the sign of a bound inside what is counted",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm 3% (theo chuẩn đa chiều giai đoạn 2031 - 2035), trung bình mỗi năm giải quyết việc làm cho trên 300 lao động.",
        ["Mức giảm tỷ lệ hộ nghèo (theo chuẩn đa chiều) | = 3 | %", "Số lao động được giải quyết việc làm | > 300 | lao động"],
        id="a bracket without its years; whom work is found for",
    ),
    pytest.param(
        "Sản lượng thịt hơi đạt 9 nghìn tấn, trong đó thịt lợn 62%, thịt gia cầm 21%.",
        [
            "Sản lượng thịt hơi | = 9 | nghìn tấn",
            "Tỷ trọng thịt lợn trong sản lượng thịt hơi | = 62 | %",
            "Tỷ trọng thịt gia cầm trong sản lượng thịt hơi | = 21 | %",
        ],
        id="shares of an amount",
    ),
    pytest.param(
        "Số ca mắc sốt xuất huyết trên 1.000 dân: Đến năm 2031 sẽ giảm xuống dưới 0,4%, năm 2034 giảm còn 0,1%; số ca mắc lao giảm 30% vào năm 2031, đến năm 2034 tỷ lệ đó giảm 50%.",
        [
            "Tỷ lệ số ca mắc sốt xuất huyết trên 1.000 dân | < 0.4 | %",
            "Tỷ lệ số ca mắc sốt xuất huyết trên 1.000 dân | = 0.1 | %",
            "Mức giảm số ca mắc lao | = 30 | %",
            "Mức giảm số ca mắc lao | = 50 | %",
        ],
        id="levels that something falls to, before a colon and of the value before; that rate is the one before",
    ),
]  # fmt: skip

TEXTS = [
    pytest.param(
        "Theo đó, giai đoạn 2031 - 2035, toàn tỉnh phấn đấu giá trị sản xuất thủy sản tăng bình quân 6%/năm. Năm 2035, tỷ trọng chăn nuôi đạt 38%.\n\n"
        "Tỷ lệ đô thị hóa đạt 33%; phấn đấu tỷ lệ lao động qua đào tạo đạt 70%.",
        [
            "Tốc độ tăng giá trị sản xuất thủy sản bình quân | = 6 | % | 2035",
            "Tỷ trọng chăn nuôi | = 38 | % | 2035",
            "Tỷ lệ đô thị hóa | = 33 | % | 2035",
            "Tỷ lệ lao động qua đào tạo | = 70 | % | 2035",
        ],
        [],
        id="the year until which the sentence before has promised; a paragraph that goes on striving",
    ),
    pytest.param(
        "Theo kế hoạch, phấn đấu đến năm 2035, vùng thấp có trên 90% hộ đạt chuẩn gia đình văn hóa.\n\n"
        "Đối với vùng cao, phấn đấu trên 75% hộ đạt chuẩn gia đình văn hóa.",
        [
            "Tỷ lệ hộ đạt chuẩn gia đình văn hóa vùng thấp | > 90 | % | 2035",
            "Tỷ lệ hộ đạt chuẩn gia đình văn hóa | > 75 | % | 2035",
        ],
        [],
        id="several places in turn: the deadline is told once",
    ),
    pytest.param(
        "Chủ tịch Ủy ban nhân dân tỉnh vừa ký quyết định phê duyệt quy hoạch phát triển ngành chè tỉnh An Thuận đến năm 2040 với các tiêu chí: năm 2035 sản lượng đạt 30 nghìn tấn, kim ngạch xuất khẩu 9 triệu USD.",
        ["Sản lượng | = 30 | nghìn tấn | 2035", "Kim ngạch xuất khẩu | = 9 | triệu USD | 2035"],
        [],
        id="what a plan that was approved aims at",
    ),
    pytest.param(
        "Tỉnh An Thuận đặt mục tiêu có 55% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2030 và 70% vào năm 2035.",
        [
            "Tỷ lệ cơ quan có lãnh đạo chủ chốt là nữ | = 55 | % | 2030",
            "Tỷ lệ cơ quan có lãnh đạo chủ chốt là nữ | = 70 | % | 2035",
        ],
        [],
        id="the nearer of two years behind their values is not over",
    ),
    pytest.param(
        "Đây là mục tiêu mà Ban Chỉ đạo đề án “Dạy nghề đến năm 2040” đưa ra tại hội nghị sơ kết. Trong đó có 5 nghìn lao động được hỗ trợ học nghề. "
        "Giai đoạn 2036 - 2040 sẽ đào tạo nghề cho 9 nghìn lao động.",
        ["Số lao động được hỗ trợ học nghề | = 5 | nghìn lao động | None", "Số lao động được đào tạo nghề | = 9 | nghìn lao động | 2040"],
        [],
        id="this is the target; the years of a title are not its deadline, what will be done is promised",
    ),
    pytest.param(
        "Các chỉ tiêu chủ yếu cần đạt được đến năm 2035 của Chương trình là phấn đấu 45% số huyện thoát nghèo.\n\n"
        "Theo Quyết định số 31/QĐ-UBND ban hành kế hoạch phát triển đô thị, đến năm 2035, tỷ lệ thu gom nước thải đạt 60%. Tỷ lệ thất thoát nước dưới 14%.",
        [
            "Tỷ lệ huyện thoát nghèo | = 45 | % | 2035",
            "Tỷ lệ thu gom nước thải | = 60 | % | 2035",
            "Tỷ lệ thất thoát nước | < 14 | % | 2035",
        ],
        [],
        id="what is yet to be reached is no result; a sentence that says what a decision plans",
    ),
    pytest.param(
        "Ngày 3/6/2031, tỉnh phê duyệt “Chương trình chuyển đổi số tỉnh An Thuận”. Chương trình nhằm phát triển chính quyền số với một số chỉ số cơ bản.\n"
        "Theo đó, 80% thủ tục được cung cấp trực tuyến.",
        ["Tỷ lệ thủ tục được cung cấp trực tuyến | = 80 | % | None"],
        [],
        id="a sentence that goes on telling of the plan",
    ),
    pytest.param(
        "Mục tiêu đến năm 2035:\n- Sản lượng thịt đến năm 2033 đạt 9 nghìn tấn, trong đó thịt lợn 62%. Đến năm 2035 đạt 12 nghìn tấn.\n"
        "- Tổng nguồn vốn ngân sách bố trí cho chương trình là 90 tỷ đồng.",
        [
            "Sản lượng thịt | = 9 | nghìn tấn | 2033",
            "Tỷ trọng thịt lợn trong sản lượng thịt | = 62 | % | 2033",
            "Sản lượng thịt | = 12 | nghìn tấn | 2035",
        ],
        ["Tổng nguồn vốn ngân sách bố trí cho chương trình | 90"],
        id="a sentence that names nothing takes up what has its unit; a sum that is set aside is no goal",
    ),
    pytest.param(
        "THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU PHÁT TRIỂN KINH TẾ XÃ HỘI NĂM 2031 - 2035\n\nChỉ tiêu\n\nĐơn vị tính\n\nChỉ tiêu\n\nThực hiện\n\nGhi chú\n\n"
        "1. Thu nhập bình quân đầu người\n\nTriệu đồng\n\n50-55\n\n57\n\n2. Tỷ lệ hộ nghèo\n\n%\n\n7\n\n6,5\n\n3. Sản lượng chè\n\nTấn\n\n900\n\n880",
        [
            "Thu nhập bình quân đầu người | range 50..55 | triệu đồng | 2035",
            "Tỷ lệ hộ nghèo | = 7 | % | 2035",
            "Sản lượng chè | = 900 | tấn | 2035",
        ],
        ["Thu nhập bình quân đầu người | 57", "Tỷ lệ hộ nghèo | 6.5", "Sản lượng chè | 880"],
        id="a second column of targets beside the results",
    ),
    pytest.param(
        "Cái khó của huyện là thực hiện tiêu chí y tế với chỉ tiêu “tỷ lệ người tham gia bảo hiểm y tế đạt 85%” trong năm 2032. "
        "Đảng bộ Khối đã kết nạp 90 đảng viên, góp phần hoàn thành mục tiêu hằng năm kết nạp đảng viên đạt từ 3% trở lên.",
        [
            "Tỷ lệ người tham gia bảo hiểm y tế | = 85 | % | 2032",
            "Tỷ lệ kết nạp đảng viên | >= 3 | % | None",
        ],
        ["Số đảng viên được kết nạp | 90"],
        id="values that their own words call targets",
    ),
    pytest.param(
        "Đến năm 2035:\n- Duy\ntrì quy mô dân số 2 triệu người.\nGiảm\n40% số cặp tảo hôn; giảm 2/3 số vụ bạo lực.\n- Tỷ\nlệ dân số đô thị đạt trên 35%.",
        [
            "Quy mô dân số | = 2 | triệu người | 2035",
            "Mức giảm cặp tảo hôn | = 40 | % | 2035",
            "Tỷ lệ dân số đô thị | > 35 | % | 2035",
        ],
        [],
        id="a deadline alone in its line, above broken lines; a fraction is no count",
    ),
]  # fmt: skip


def line(measure: Measure) -> str:
    quantity = measure.quantity
    upper = f"..{plain(quantity.upper)}" if quantity.upper is not None else ""
    return f"{measure.label} | {quantity.comparator} {plain(quantity.value)}{upper} | {quantity.unit or '-'}"


def target_line(target: Target) -> str:
    value = "-" if target.value is None else plain(target.value)
    upper = f"..{plain(target.upper)}" if target.upper is not None else ""
    return f"{target.indicator} | {target.comparator} {value}{upper} | {target.unit or '-'} | {target.by}"


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentence_to_measures(lexicon: Lexicon, sentence: str, expected: list[str]) -> None:
    assert [line(m) for m in sentence_to_measures(sentence, lexicon)] == expected


@pytest.mark.parametrize(("text", "targets", "observations"), TEXTS)
def test_text_to_targets(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, targets: list[str], observations: list[str]
) -> None:
    found = find_facts(outline_of(text), lexicon)
    assert [target_line(t) for t in found.of(Target)] == targets
    told = [f"{o.indicator} | {plain(o.value)}" for o in found.of(Observation) if o.value is not None]
    assert told == observations
