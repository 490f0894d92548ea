"""What frames a document: its title, subtitle, author, date, salutation, closing and signature are no nodes."""

import outline

FIELDS = ("title", "subtitle", "author", "date", "salutation", "closing", "signature")


def frame(text: str) -> dict[str, str]:
    document = outline.parse(text)
    found = {name: getattr(document, name) for name in FIELDS}
    for passage in filter(None, found.values()):
        assert "".join(passage.span.of(text).split()) == "".join(passage.text.split())
    return {name: passage.text for name, passage in found.items() if passage}


SPEECH = """把水送到每一块田
——在全县春灌工作会议上的讲话
何志远
（2024年3月2日）

同志们：

今天开会，部署春灌。我讲两点意见。

一、清渠要早。惊蛰以前，把支渠清完。

二、放水要匀。先下游，后上游，夜里有人值守。

同志们，春灌不等人。大家回去就干起来！
"""


def test_a_speech() -> None:
    assert frame(SPEECH) == {
        "title": "把水送到每一块田",
        "subtitle": "——在全县春灌工作会议上的讲话",
        "author": "何志远",
        "date": "（2024年3月2日）",
        "salutation": "同志们：",
        "closing": "同志们，春灌不等人。大家回去就干起来！",
    }


def test_the_closing_is_no_part_of_the_last_section() -> None:
    document = outline.parse(SPEECH)
    assert [node.label for node in document.children] == ["一、", "二、"]
    assert document.children[-1].text == "二、放水要匀。先下游，后上游，夜里有人值守。"
    assert document.closing is not None
    assert document.at(document.closing.span.start) is None


def test_a_notice() -> None:
    text = (
        "关于做好汛期值班工作的通知\n各乡镇人民政府，县直各部门：\n为做好今年汛期值班，现将有关事项通知如下。\n"
        "一、值班时间。五月一日至九月三十日。\n二、值班要求。电话不离人，交接有记录。\n石桥县防汛办公室\n2024年4月20日\n"
    )
    assert frame(text) == {
        "title": "关于做好汛期值班工作的通知",
        "date": "2024年4月20日",
        "salutation": "各乡镇人民政府，县直各部门：",
        "signature": "石桥县防汛办公室2024年4月20日",
    }


def test_a_title_on_two_lines() -> None:
    text = "关于印发《村级水渠管护\n办法（试行）》的通知\n一、管护的人。每条渠有人管。\n二、管护的钱。每亩收五元。\n"
    assert frame(text) == {"title": "关于印发《村级水渠管护办法（试行）》的通知"}


def test_navigation_is_no_title() -> None:
    text = (
        "首页 > 新闻中心 > 领导讲话\n在春灌现场会上的讲话\n发布时间：2024-03-02\n一、清渠。要早。\n二、放水。要匀。\n"
    )
    assert frame(text)["title"] == "在春灌现场会上的讲话"


def test_prose_has_no_frame() -> None:
    assert frame("河水涨了。我们在堤上守了一夜，天亮时水退了。\n没有人说话。\n") == {}
