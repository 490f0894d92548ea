"""Bytes of any kind: the right text, a doubt, or a refusal that says what to do."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outline.decode import Decoded, NotTextError, decode

SIMPLIFIED = [
    "一、甲\n二、乙\n",
    "关于做好秋冬季森林防火工作的通知",
    "各街道办事处，区直各单位：",
    "（一）摸清家底。对辖区内的老旧电梯逐台登记，一台一档。",
    "1. 检修水泵\r\n2. 清理边沟\r\n3. 备足沙袋\r\n",
    "同志们：今天我们开一个短会，只讲三件事。第一，把账算清楚；第二，把人派下去；第三，把话说明白。",
    "第三章　水价与水费\n第十二条　用水户应当按月缴纳水费。逾期不缴的，供水单位可以催告。\n",
    "①测量土壤墒情；②确定灌溉定额；③轮流放水。",
    "“十里八乡”的集市又热闹起来了，卖菜的、修鞋的、写春联的，一个挨着一个……",
    "会议要求，一是要把村里的图书室开起来，钥匙放在小卖部，谁都能借；二是要请退休教师每周来讲一次故事；"
    "三是要让孩子们自己管账，丢一本补一本。大家讨论了两个小时，最后举手通过，没有一票反对。\n",
    "附件：\n┌───┬───┐\n│姓名│电话│\n└───┴───┘\n",
]
TRADITIONAL = [
    "壹、總則\n貳、經費\n",
    "關於辦理社區環境清潔週活動的公告",
    "各位鄉親、各位里長：",
    "（一）盤點現況。針對轄內老舊路燈逐盞編號，一盞一卡。",
    "1. 檢查抽水機\r\n2. 疏通側溝\r\n3. 準備沙包\r\n",
    "今天請大家來，主要談三件事：第一，把帳目公開；第二，把責任分清楚；第三，把時間訂下來。",
    "第三章　水費\n第十二條　用水人應按月繳納水費；逾期未繳者，供水單位得催告之。\n",
    "「夜市」又熱鬧起來了，賣菜的、補鞋的、寫春聯的，一攤接著一攤……",
    "會議決定，一是讓村裡的圖書室每天開門，鑰匙放在雜貨店，誰都可以借；二是請退休老師每週來說一次故事；"
    "三是由孩子們自己管帳，遺失一本就補一本。大家討論了兩個鐘頭，最後舉手通過，沒有人反對。\n",
]
GARBAGE = random.Random(1)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_texts_in_their_encodings(encoding: str) -> None:
    for text in (*SIMPLIFIED, *TRADITIONAL):
        decoded = decode(text.encode(encoding))
        assert (decoded.text, decoded.doubt) == (text, None)


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs"])
def test_traditional_texts_in_big5(encoding: str) -> None:
    for text in TRADITIONAL:
        assert decode(text.encode(encoding)) == Decoded(text, "big5hkscs", None)


CLIPPED = [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "big5hkscs")]


@pytest.mark.parametrize(("texts", "encoding"), CLIPPED, ids=["simplified", "traditional", "big5"])
@pytest.mark.parametrize("size", [12, 20, 40])
def test_clippings(texts: list[str], encoding: str, size: int) -> None:
    for text in texts:
        for start in range(max(1, len(text) - size)):
            clipping = text[start : start + size]
            assert decode(clipping.encode(encoding)).text == clipping


def test_a_character_that_two_encodings_have_is_doubtful() -> None:
    decoded = decode("甲".encode("gb18030"))
    assert decoded.text == "甲"
    assert decoded.doubt is not None
    assert "big5hkscs fits almost as well" in decoded.doubt


def test_the_telling_characters_may_come_late() -> None:
    text = "x" * 100_001 + "，第二段说的是怎样修路。"
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030", None)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n", "\u2028", "\x85"], ids=ascii)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_line_ends_are_kept(end: str, encoding: str) -> None:
    text = f"一、修路{end}二、架桥{end}"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"])
def test_one_byte_order_mark_is_dropped(encoding: str) -> None:
    assert decode("\ufeff一、修路".encode(encoding)).text == "一、修路"
    assert decode("\ufeff一、修路".encode(encoding), encoding).text == "一、修路"
    assert decode("\ufeff\ufeff一、修路".encode(encoding)).text == "\ufeff一、修路"
    assert decode("\ufeff".encode(encoding)).text == ""


def test_plain_ascii_in_utf_16_without_a_mark() -> None:
    assert decode("1. Roads\r\n2. Bridges\r\n".encode("utf-16-le")).text == "1. Roads\r\n2. Bridges\r\n"


@pytest.mark.parametrize("data", [b"", b"\n", b" ", b"\xef\xbb\xbf", "一".encode(), "é".encode()], ids=repr)
def test_hardly_a_text(data: bytes) -> None:
    assert decode(data).doubt is None


def test_a_stray_control_character_is_kept() -> None:
    text = "一、修路\0\n二、架桥\n" + "\x1b[1m三\x1b[0m、"
    assert decode(text.encode()) == Decoded(text, "utf-8", None)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_a_text_cut_in_a_character_is_read_with_a_doubt(encoding: str) -> None:
    text = SIMPLIFIED[5]
    decoded = decode(text.encode(encoding)[:-1])
    assert decoded.text == text[:-1] + "\ufffd"
    assert decoded.doubt is not None
    assert "U+FFFD, the first at byte" in decoded.doubt


def test_damaged_chinese_is_gb18030_in_the_last_resort() -> None:
    decoded = decode(b"\xff" + "一、修路\n".encode("gb18030") + b"\xff\n")
    assert decoded.encoding == "gb18030"
    assert decoded.text.replace("\ufffd", "") == "一、修路\n\n"
    assert decoded.doubt is not None
    assert "as no Chinese encoding fits" in decoded.doubt


def test_other_alphabets_are_read_with_a_doubt() -> None:
    text = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 3
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert decoded.doubt is not None
    assert "read as cp1251" in decoded.doubt


NO_TEXT = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0\0\3" + zlib.compress(SIMPLIFIED[9].encode() * 9)[2:],
    "elf": b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\x10\x11\0\0\0\0\0\0",
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0C\0",
    "nul": bytes(100),
    "every byte": bytes(range(256)),
    "every byte twice": bytes(range(256)) * 2,
    "no character": b"\xff" * 20,
    **{f"random {size}": GARBAGE.randbytes(size) for size in (64, 100, 1_000, 100_000)},
    "text in a tar": b"a.txt".ljust(512, b"\0") + SIMPLIFIED[9].encode() + bytes(700),
    "utf-16 mark before garbage": b"\xff\xfe" + b"\x00\xd8" * 20,
}


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in NO_TEXT.items()])
def test_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError, match="extract its text first, or name its encoding"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7\n", "PDF file; extract its text first, for example with pdftotext"),
        (b"PK\x03\x04\x14\0", r"\.docx.*; save the document as plain text first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"\.doc, .*; save the document as plain text first"),
        (b"{\\rtf1\\ansi", "RTF file; save the document as plain text first"),
    ],
    ids=["pdf", "docx", "doc", "rtf"],
)
def test_documents_that_hold_text_are_named(data: bytes, advice: str) -> None:
    with pytest.raises(NotTextError, match=advice):
        decode(data)


def test_a_named_encoding_is_taken_at_its_word() -> None:
    data = TRADITIONAL[1].encode("big5")
    assert decode(data, "big5") == Decoded(TRADITIONAL[1], "big5", None)
    assert decode(data, "latin-1") == Decoded(data.decode("latin-1"), "latin-1", None)


def test_bytes_outside_a_named_encoding() -> None:
    with pytest.raises(NotTextError, match=r"not text in ascii \(byte 2 does not fit\); name another encoding"):
        decode("1.修路".encode(), "ascii")


@pytest.mark.parametrize("name", ["klingon", "", "hex", "undefined", "a\0b", "\udcff", "字"], ids=ascii)
@pytest.mark.parametrize("data", [b"", b"text"], ids=repr)
def test_an_unknown_encoding(name: str, data: bytes) -> None:
    with pytest.raises(LookupError, match=r"unknown encoding .* use a name such as utf-8, gb18030 or big5"):
        decode(data, name)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotTextError:
        return
    decoded.text.encode()  # no lone surrogates
    assert decode(data) == decoded


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_utf_8_is_never_mistaken(text: str) -> None:
    assert decode(text.encode()) == Decoded(text.removeprefix("\ufeff"), "utf-8", None)
