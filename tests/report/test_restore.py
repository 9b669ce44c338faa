"""Restoring what an English OCR engine made of Vietnamese, on our own sentences mangled the same way every time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.report.mangler import mangle
from vankien.facts.evidence import evidence_of
from vankien.model import Lexicon, Outline, Report
from vankien.report import report_to_outline, restore_pages
from vankien.report.page.pages import report_to_pages
from vankien.report.restoration.ngrams import core, dump, load, train
from vankien.report.restoration.restore import is_mangled, typed_share
from vankien.report.restoration.slots import line_to_slots
from vankien.vietnamese import same_tones

EXAMPLES = Path(__file__).parents[2] / "docs" / "example"
TYPED = "Tỷ lệ hộ nghèo giảm bình quân 3%/năm; tỷ lệ che phủ rừng đạt 54,5% vào năm 2025 theo Nghị quyết số 05-NQ/TU."


def _words(text: str) -> list[str]:
    cores = (core(token)[1] for token in text.split())
    return [same_tones(c.lower()) for c in cores if c.isalpha()]


@pytest.fixture(scope="module")
def sample() -> str:
    return (EXAMPLES / "nghi-quyet-dai-hoi-son-binh.txt").read_text(encoding="utf-8")


def test_typed_and_mangled_texts_are_told_apart(sample: str) -> None:
    assert typed_share(sample) > 0.2
    assert typed_share(mangle(sample)) < 0.01
    assert not is_mangled(sample)
    assert is_mangled(mangle(sample))


def test_footnotes_below_a_rule_come_back_too(sample: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    """Each of their words leads back to its own line."""
    typed = report_to_outline(report_of(sample), lexicon).footnotes
    scanned = report_to_outline(report_of(mangle(sample), "scan.txt"), lexicon).footnotes
    assert [n.passage.text for n in scanned] == [n.passage.text for n in typed]
    assert [n.passage.last_line for n in scanned] == [n.passage.last_line for n in typed]


def test_most_words_come_back(sample: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    report = report_of(mangle(sample))
    pages, findings, changes = restore_pages(report, report_to_pages(report), lexicon)
    restored = {b.number: b.text for b in pages.body}
    lines = sample.split("\n")
    pairs = [
        (true, read)
        for number, text in restored.items()
        for true, read in zip(_words(lines[number - 1]), _words(text), strict=False)
    ]
    right = sum(true == read for true, read in pairs) / len(pairs)
    assert right > 0.8
    assert [f.code for f in findings] == ["mangled-text"]
    assert changes


def test_no_number_changes(sample: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    report = report_of(mangle(sample))
    before = report_to_pages(report)
    after, _, _ = restore_pages(report, before, lexicon)
    for raw, restored in zip(before.body, after.body, strict=True):
        numbers = [t for t in raw.text.split() if sum(c.isdigit() for c in t) >= 2 and not any(c.isalpha() for c in t)]
        kept = restored.text.split()
        assert all(n in kept for n in numbers)


def test_a_typed_document_passes_unchanged(sample: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    report = report_of(sample)
    pages = report_to_pages(report)
    assert restore_pages(report, pages, lexicon) == (pages, (), [])


def test_evidence_quotes_the_raw_line(sample: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    raw = mangle(sample)
    report = report_of(raw)
    outline: Outline = report_to_outline(report, lexicon)
    sentence = max(outline.sentences, key=lambda s: len(s.text))
    evidence = evidence_of(report, sentence.passage, 0, len(sentence.text), "test")
    whole = "\n".join(line.text for line in report.lines)
    printed = " ".join(whole[evidence.start : evidence.end].split())
    assert evidence.quote != sentence.text
    assert printed.startswith(evidence.quote.split()[0])
    assert printed.endswith(evidence.quote.split()[-1])


@pytest.mark.parametrize(
    ("token", "symbol"),
    [
        pytest.param("54,0%", "<n>", id="number"),
        pytest.param("05-NQ/TU", "<x>", id="code"),
        pytest.param("X1V,", "<x>", id="numeral"),
        pytest.param("UBND", "<x>", id="abbreviation"),
        pytest.param("|", "", id="table-rule"),
        pytest.param("nghéo", None, id="word"),
        pytest.param("T6", None, id="word-with-a-look-alike"),
        pytest.param("thuc" * 20, "<x>", id="longer-than-any-word"),
    ],
)
def test_what_is_decoded(token: str, symbol: str | None) -> None:
    slot = next(iter(line_to_slots(f"{token} trong tinh")))
    assert slot.symbol == symbol


def test_counts_survive_the_file_byte_for_byte(tmp_path: Path) -> None:
    model = train([TYPED, "Tỷ lệ hộ nghèo giảm."])
    dump(model, tmp_path / "a.xz")
    dump(train([TYPED, "Tỷ lệ hộ nghèo giảm."]), tmp_path / "b.xz")
    assert (tmp_path / "a.xz").read_bytes() == (tmp_path / "b.xz").read_bytes()
    again = load(tmp_path / "a.xz")
    assert (again.one, again.two, again.three) == (model.one, model.two, model.three)


def _restored(line: str, report_of: Callable[..., Report], lexicon: Lexicon) -> str:
    """A line as it is read at the head of a mangled text."""
    filler = mangle(
        "Các cấp ủy đảng lãnh đạo nhân dân phát triển kinh tế, xã hội, giữ vững quốc phòng, an ninh của tỉnh."
    )
    report = report_of("\n".join([line, *[filler] * 4]))
    pages, _, _ = restore_pages(report, report_to_pages(report), lexicon)
    return pages.body[0].text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("nang cap tuyén quéc 16 va dwong xa", "quốc lộ", id="16 for lộ"),
        pytest.param("phat trién kinh té, nhat 12 nong nghiép", "nhất là", id="12 for là"),
        pytest.param("phat trién kinh té, nhat 13 nong nghiép", "nhất là", id="13 for là"),
        pytest.param("nhiéu cong trinh, nhat 1 ha tang giao thong", "nhất là hạ tầng", id="1 for là"),
        pytest.param("nang ty 1 hé dan duoc dung dién dat 92,5%", "tỷ lệ hộ dân", id="1 for lệ behind tỷ"),
        pytest.param("thanh lap 14 hop tac xa va 13 td hop tac", "14 hợp tác xã và 13", id="counts of things stay"),
        pytest.param("(1)- Phat trién nong nghiép", "(1)-", id="a number in brackets stays"),
        pytest.param("san luong cao su wdc dat 26,75 nghin tan", "ước đạt", id="w for ư"),
        pytest.param("CTr/TU trién khai Nghi quyét", "CTr/TU triển khai", id="second half of a code stays"),
        pytest.param("B | Chi tiéu xay dung dang", "B |", id="the letter of a section in a cell stays"),
        pytest.param("quy hoach 16 xa va 12 thén", "16 xã", id="real numbers stay"),
        pytest.param("dau tu 18 hé chira nwéc", "18", id="count of things stays"),
        pytest.param(
            "nhu cau von cho thuy loi 12 rat 16n", "là rất lớn", id="a number before what is not counted is a word"
        ),
        pytest.param("thuc hién ding 10 trinh dé ra", "lộ trình", id="half of a word read as a number"),
        pytest.param("13 Dén nam 2024, cdng nghé", "13 Đến năm", id="the number of a note stays"),
        pytest.param("cac Pang b6 truc thudc tinh", "Đảng bộ", id="P for a capital Đ"),
        pytest.param("cac cap uy Bang trong tinh", "ủy Đảng", id="B for a capital Đ"),
        pytest.param(
            "Can ct? Quyét dinh sé 12/QD-UBND", "Căn cứ Quyết định", id="a mark of a letter for a question mark"
        ),
        pytest.param("Uy ban nhan dan tinh. ban hanh ké hoach", "tỉnh ban hành", id="a speck for a full stop"),
        pytest.param("thu ngan sach dat 30%. Chi ngan sach", "30%. Chi", id="a full stop stays"),
        pytest.param("gia tri san.xuat cong nghiép", "sản xuất", id="a speck between two words"),
        pytest.param("Nghi quyét cia BO Chinh tri khoa XIII", "Bộ Chính trị", id="a capital O in a name"),
        pytest.param("TV 1€ hé nghéo giam", "Tỷ lệ hộ nghèo", id="TV for Tỷ"),
        pytest.param("Tylé hé nghéo giam", "Tỷ lệ hộ nghèo", id="Tỷ lệ without its blank"),
        pytest.param("trudng dat chuan mirc do 2tro 1én", "2 trở lên", id="digit glued to a word"),
        pytest.param("san xuat nong, Iam nghiép", "nông, lâm nghiệp", id="I for a small l"),
        pytest.param("tuyén dwong 4D qua xa", "4D", id="name of a road stays"),
        pytest.param("cac xa cua tinh Dién Bién", "Điện Biên", id="a place by its capitals"),
        pytest.param("vén dau tu 10km duong", "10km", id="number with its unit stays"),
        pytest.param("V- NHIEM VU VA GIAI PHAP", "V- NHIỆM VỤ", id="chapter of one letter"),
        pytest.param("D. NHIÉM VU, GIAI PHAP CHU YÉU", "D. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", id="letter of a part"),
        pytest.param(
            "gém (i) cang moi, (ii) duong ven bién", "gồm (i) cảng mới, (ii) đường ven biển", id="numbers of items"
        ),
        pytest.param("thu dat 250 ty agry]g, vuot ké hoach", "250 tỷ đồng, vượt", id="wrecked đồng behind a numeral"),
        pytest.param("thu dat 30 tri¢u dgr{g; ty 1é", "30 triệu đồng; tỷ", id="wrecked đồng behind a wrecked numeral"),
        pytest.param("ty lé dat 71, 5%, vuot ké hoach", "71,5%, vượt", id="share torn at its comma"),
        pytest.param("cdng suat 42, 5 MW dién gid", "42,5 MW", id="amount torn before its unit"),
        pytest.param("dén nam 2027, 9% hé dan", "2027, 9%", id="a year and a share stay two numbers"),
        pytest.param("hé chira 12,6 triéu m3 nwéc", "triệu m3 nước", id="unit with a digit"),
        pytest.param("phat trién kinh t& xa hoi", "kinh tế", id="& for a round vowel"),
        pytest.param("bao hiém 'y té tu nguyén", "bảo hiểm y tế", id="speck in front of a word"),
        pytest.param("trdng 29O ha rirng va l8,4% cay", "290 ha rừng và 18,4%", id="letters among digits"),
        pytest.param("ty lé dat S0% va 14-l5%, nam 4l2 xa", "50% và 14-15%, năm 412 xã", id="S for 5 before %"),
        pytest.param("I1- MUC TIEU CHU YEU", "II- MỤC TIÊU", id="chapter with a misread stroke"),
        pytest.param("I- KET QUA THUC HIEN NHIEM VU", "I- KẾT QUẢ", id="chapter of one stroke"),
        pytest.param("thu thué 6.420ty dong nam nay", "6.420 tỷ đồng", id="amount glued to its unit"),
        pytest.param("con 22,3%nam nay", "22,3% năm", id="share glued to the next word"),
        pytest.param("kim ngach dat 6, 85 ty USD", "6,85 tỷ", id="amount torn before its numeral"),
        pytest.param("vuot 7, 5 diém% so véi nam trwéc", "7,5 điểm%", id="points torn at their comma"),
        pytest.param("dién tich 13.240 km?, dan sb", "13.240 km2,", id="raised digit of a unit"),
        pytest.param("14 x4 5,1 6,2 7,3 8,4 9,5", "14 xã", id="the number of a row with values"),
        pytest.param("S6 Xay dung chu tri, phoi hop", "Sở Xây dựng", id="department by its capitals"),
        pytest.param("toan x& ¢ 41 thén, ban va 3 cho", "xã có 41 thôn", id="a sign for có before a count"),
        pytest.param("gép phan cung ¢ niém tin cua dan", "củng cố niềm tin", id="a sign for cố"),
        pytest.param("thuc hién dan chu ¢ co so", "ở cơ sở", id="a sign for ở"),
        pytest.param("6 ngudi (ng cir dai biéu xa", "người ứng cử", id="mark of a letter for a bracket"),
        pytest.param("dwong 161 ddi ngoai cua Dang", "đường lối đối ngoại", id="161 for lối"),
        pytest.param("toan tinh c6 161 xa va 9 phuong", "161 xã", id="161 of things stays"),
        pytest.param("tong vén 640 ty dong 12 nguon lwc quan trong", "đồng là nguồn lực", id="12 behind money"),
        pytest.param("ban hanh nghi quyét chuyén d&, 12 dé an", "chuyên đề, 12 đề án", id="& for ề"),
        pytest.param("phat trién kinh té-xa hdi cua huyén", "kinh tế-xã hội", id="a hyphen without blanks"),
        pytest.param(
            "nang suat lua dat 58,2 ta/ha, tang 2 ta so vdi vu", "58,2 tạ/ha, tăng 2 tạ", id="quintals by the hectare"
        ),
        pytest.param("Ty 1@ hd nghéo cua huyén gidm", "Tỷ lệ hộ nghèo", id="a sign for ệ"),
        pytest.param(
            "Dai hdi Dang bo tinh lan thi? XI, nhiém ky", "lần thứ XI,", id="a mark for a question before a numeral"
        ),
        pytest.param("ca nuéc khoang 6,3%, dia ban Son Khé (cu) 5%", "khoảng 6,3%", id="about before a number"),
    ],
)
def test_systematic_misreadings(printed: str, read: str, report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    assert read in _restored(printed, report_of, lexicon)


def test_a_word_has_no_capital_inside(report_of: Callable[..., Report], lexicon: Lexicon) -> None:
    text = _restored("TOc d6 tang trudng kinh té", report_of, lexicon)
    assert text.startswith("Tốc độ")


READ_BY_THE_ENGINE = {
    "u-with-hook-or-mark-as-two-letters": ("Cong tac xif ly ctia tinh tiv nam 2021", "xử lý của tỉnh từ năm"),
    "horn-as-quote": ("Téc d6 tang tru’dng kinh té dat 8,2%", "Tốc độ tăng trưởng kinh tế đạt 8,2%"),
    "forestry-as-number": ("San xuat nong, 14m nghiép va thuy san tang 4%", "nông, lâm nghiệp và thủy sản"),
    "short-length-stays": ("chiéu cao trung binh dat 158 cm", "158 cm"),
    "abbreviation-beside-a-word": ("Quyét dinh cua UBND tinh vé phat trién du lich", "Quyết định của UBND tỉnh về phát triển du lịch"),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "read"), READ_BY_THE_ENGINE.values(), ids=list(READ_BY_THE_ENGINE))
def test_what_the_engine_makes_of_letters(
    printed: str, read: str, sample: str, report_of: Callable[..., Report], lexicon: Lexicon
) -> None:
    report = report_of(f"{mangle(sample)}\n\n{printed}\n")
    pages, _, _ = restore_pages(report, report_to_pages(report), lexicon)
    assert read in pages.body[-1].text
