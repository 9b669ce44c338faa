"""What the counts learn of phrases, and that our own phrases can be read."""

from __future__ import annotations

import unicodedata

import pytest

from vankien.report.restoration.ngrams import END, NUMBER, PHRASES, phrases_text, phrases_to_words, train

KNOWN = frozenset(["nuôi", "tôm", "cá", "muối", "làm", "đạt", "tấn", "của", "xã"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nuôi tôm, nuôi cá", [["nuôi", "tôm"], ["nuôi", "cá"]]),
        ("nuôi tôm; làm muối (muối của xã)", [["nuôi", "tôm"], ["làm", "muối"], ["muối", "của", "xã"]]),
        ("đạt 1.250,5 tấn cá.\nnuôi cá", [["đạt", NUMBER, "tấn", "cá"], ["nuôi", "cá"]]),
        ("nuôi cá hokkaido của xã", [["nuôi", "cá"], ["của", "xã"]]),
        ("cá chẽm, nuôi cá chẽm", [["cá", "chẽm"], ["nuôi", "cá", "chẽm"]]),
        ("", []),
    ],
)
def test_words_of_phrases(text: str, words: list[list[str]]) -> None:
    assert phrases_to_words(text, KNOWN) == words


def test_nothing_follows_across_a_comma_of_a_phrase() -> None:
    model = train(["nuôi cá. tôm"], "nuôi tôm, cá")
    assert model.pairs["nuôi"] == {"cá": 1, "tôm": 1}
    assert "cá" not in model.pairs.get("tôm", {})
    assert model.pairs[END] == train(["nuôi cá. tôm"]).pairs[END], "a phrase does not open a sentence"


def test_own_phrases_are_clean_text() -> None:
    text = phrases_text()
    assert text == unicodedata.normalize("NFC", text)
    assert not {"\ufffd", "\t"} & set(text)
    files = sorted(PHRASES.glob("*.txt"))
    assert files
    assert all(len(path.read_text(encoding="utf-8").split()) < 4000 for path in files), "readable in one sitting"
