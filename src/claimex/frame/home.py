"""Home: which place an article is about, when a figure does not say where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.frame.atlas import ABROAD, DIVISIONS
from claimex.frame.page import OPENING
from claimex.frame.places import NATION, Place, find_places, provinces_of

if TYPE_CHECKING:
    from claimex.frame.atlas import Atlas
    from claimex.frame.page import Page
    from claimex.schema import Block

_LOCAL = re.compile(r"全市|我市|本市|全省|我省|本省|我区|(?<![、（(省])自治区|全县|我县|全州|全疆")
_OURS = re.compile(r"[我本][市省区县州]")
"""Words of a local paper; 全市 in a story of the nation's points back to the city that it has named."""

_NATIONWIDE = re.compile(
    r"我国|中方|习近平|人民大会堂|天安门|国务院|国家(?:统计|能源|发展|移民|医保|卫生健|市场|邮政|铁路|林草|税务|知识)"
    r"|(?<![居列位占在对])全国(?!第|前|首|的?平均|人大|各省|一体化|统一|重点)|中央(?:财政|预算|政府)|各地区各部门"
)
_ROUND_UP = re.compile(r"快讯|简讯|要闻|联播|速览")
_NAMED_WITHIN = 300
"""How far back the city is looked for that 全市 points to, in characters."""

_MANY = 3
"""A story whose headline names no place and that speaks of more provinces is one of the nation's."""

_HELD = re.compile(r"[省市县区]?[\u4e00-\u9fff]{0,6}?(?:开幕|闭幕|举行|举办|召开|启动|成立|发布|揭牌|揭幕)")
_NATION_TITLE = re.compile(r"我国|全国|中国")
_COLONS = ("：", ":")
_BEARING = re.compile(r"[东西南北中]")


class Homes:
    """The place that each article of a page is about."""

    def __init__(self, page: Page, atlas: Atlas) -> None:
        self._page, self._atlas, self._text = page, atlas, page.flow.text
        self._ends = frozenset(place.end for place in atlas.places)
        self._published = [place for place in find_places(page.source.publisher or "") if place.level in DIVISIONS]
        articles, title = page.flow.articles, page.source.title or ""
        self._home = [
            self._home_of(article.start, article.end, article.title or title, story=page.story(number))
            for number, article in enumerate(articles)
        ]
        self._local = {
            number
            for number, article in enumerate(articles)
            if not page.story(number) or self._is_local(article.start, self._text[article.start : article.end])
        }
        self._items = self._item_homes()

    @property
    def published(self) -> bool:
        """Whether the publisher says whose paper this is."""
        return bool(self._published)

    def of(self, block: int) -> str | None:
        """The place that the article of a block, or its item in a round-up, is about when a figure does not say."""
        if block in self._items:
            return self._items[block]
        article = self._page.flow.blocks[block].article
        return self._home[article] if article < len(self._home) else None

    def finer(self, name: str, block: int) -> bool:
        """Whether a place lies inside the one that a story is about; a paper's own place holds again each sentence."""
        article = self._page.flow.blocks[block].article
        if self._published or article in self._local:
            return False
        return self.of(block) in self._atlas.provinces.get(name, ())

    def named_before(self, deictic: Place) -> str | None:
        """What 全市 or 全省 points back to in a story of the nation's: the last place of that level before it."""
        blocks = self._page.flow.blocks
        article = blocks[max(0, bisect_right(blocks, deictic.start, key=lambda block: block.start) - 1)].article
        stays = (
            deictic.name == "全社会" or not self._page.story(article) or not self._atlas.is_wide(self._home[article])
        )
        if stays:
            return None
        near = self._atlas.inside(max(0, deictic.start - _NAMED_WITHIN), deictic.start)
        return next((place.name for place in reversed(near) if _may_mean(deictic.name, place)), None)

    def _item_homes(self) -> dict[int, str | None]:
        """By block: the place of its item, in a round-up of items or under a heading that a place opens (`甘肃：…`)."""
        blocks, articles = self._page.flow.blocks, self._page.flow.articles
        homes = self._headed_homes()
        for number, article in enumerate(articles):
            if not _ROUND_UP.search(article.title or self._page.source.title or ""):
                continue
            inside = [index for index, block in enumerate(blocks) if block.article == number]
            heads = [index for index in inside if blocks[index].kind == "heading"] or inside[:1]
            for first, after in zip(heads, [*heads[1:], inside[-1] + 1], strict=True):
                end = blocks[after - 1].end
                title = self._text[blocks[first].start : blocks[first].end]
                home = self._home_of(blocks[first].start, max(end, article.start), title, story=True)
                homes |= dict.fromkeys(range(first, after), home)
        return homes

    def _headed_homes(self) -> dict[int, str | None]:
        homes: dict[int, str | None] = {}
        home, article = None, -1
        for index, block in enumerate(self._page.flow.blocks):
            if block.article != article:
                home, article = None, block.article
            if block.kind == "heading" and not self._published:
                home = next((place.name for place in self._opening(block) if place.level in DIVISIONS), home)
            if home is not None:
                homes[index] = home
        return homes

    def _opening(self, block: Block) -> list[Place]:
        """The place that a heading names before a colon and nothing else (`甘肃：推动现代农业提质增效`)."""
        places = self._atlas.inside(block.start, block.end)[:1]
        return [place for place in places if place.start == block.start and self._text.startswith(_COLONS, place.end)]

    def _home_of(self, start: int, end: int, title: str, *, story: bool) -> str | None:
        """The first rule that decides, else the nation."""
        if self._published:
            return self._published[0].name
        named = tuple(find_places(title))
        first = self._text.find("。", start + len(title), min(end, start + OPENING))
        opening = self._atlas.inside(start, first if first > 0 else end)
        told = _Told(
            start=start,
            text=self._text[start:end],
            title=title,
            named=named,
            opening=frozenset(place.name for place in (*named, *opening)),
            near=tuple(self._atlas.inside(start, min(end, start + OPENING))),
            here=tuple(self._atlas.inside(start, end)),
            story=story,
            nationwide=len(_NATIONWIDE.findall(self._text, start, end)),
        )
        for rule in (self._of_its_own_words, _of_the_nation, _of_abroad, self._of_its_event, _of_its_title, _told_most):
            if decided := rule(told):
                return decided[0]
        return NATION

    def _of_its_own_words(self, told: _Told) -> tuple[str | None, ...]:
        """What 全市 or 我省 point to; a story of the nation's says 全市 of any city that it has just named."""
        if not self._is_local(told.start, told.text):
            return ()
        words = _LOCAL.findall(told.text)
        word = next((own for sign in "市县" for own in words if sign in own), "全省")
        local = self._local_home(told, word)
        ours = not told.story or local in told.opening or _OURS.search(told.text)
        unnamed = local is None and not told.nationwide and not told.divisions
        return (local,) if ours or unnamed else ()

    def _is_local(self, start: int, text: str) -> bool:
        """Whether the text has words for its own place (全市, 我省) that do not follow a name (山西全省)."""
        return any(start + match.start() not in self._ends for match in _LOCAL.finditer(text))

    def _local_home(self, told: _Told, word: str) -> str | None:
        if titled := [place for place in told.named if _may_mean(word, place)]:
            return titled[0].name
        ranked = Counter(place.name for place in told.here if _may_mean(word, place))
        ranked = ranked or Counter(place.name for place in self._atlas.places if _may_mean(word, place))
        if not ranked and word == "全省":
            name, count, total = _province_of([place for place in told.here if place.level in DIVISIONS])
            return name if count * 2 > total else None
        return ranked.most_common(1)[0][0] if ranked else None

    def _of_its_event(self, told: _Told) -> tuple[str | None, ...]:
        """Where a text says that its event takes place (`在山东济南开幕`)."""
        if told.nationwide > told.divisions.total():
            return ()
        held = [place for place in told.near if place.level in DIVISIONS and _HELD.match(self._text, place.end)]
        finer = [place for place in held if place.start in {other.end for other in told.near}]
        return ((finer or held)[0].name,) if held else ()


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text says of places: in its title (`named`), its first sentence (`opening`), nearby, and all through."""

    start: int
    text: str
    title: str
    named: tuple[Place, ...]
    opening: frozenset[str]
    near: tuple[Place, ...]
    here: tuple[Place, ...]
    story: bool
    nationwide: int
    """How often the text speaks of the whole nation."""

    @property
    def divisions(self) -> Counter[str]:
        """How often it names each division."""
        return Counter(place.name for place in self.here if place.level in DIVISIONS)


def _of_the_nation(told: _Told) -> tuple[str | None, ...]:
    return (NATION,) if told.story and not told.named and _NATION_TITLE.search(told.title) else ()


def _of_abroad(told: _Told) -> tuple[str | None, ...]:
    """A text that speaks of other countries has the one it speaks of most as its home, or none."""
    abroad = Counter(place.province for place in told.here if place.level in ABROAD)
    nation = sum(place.name == NATION for place in told.here)
    if abroad.total() <= told.nationwide + nation + told.divisions.total():
        return ()
    name, count = abroad.most_common(1)[0]
    finer = [place.name for place in told.named if place.level == "abroad" and place.province == name]
    return ((finer or [name])[0] if count * 2 > abroad.total() else None,)


def _of_its_title(told: _Told) -> tuple[str | None, ...]:
    if not told.named:
        return ()
    first = told.named[0]
    if first.level in DIVISIONS and told.divisions[first.name] >= told.nationwide:
        return (first.name,)
    again = sum(place.name == first.name for place in told.here) > 1
    return (first.name,) if first.level == "region" and again and not _BEARING.match(first.name) else ()


def _told_most(told: _Told) -> tuple[str | None, ...]:
    """The division or province that a text speaks of most.

    A story names what it is about in its headline or its first sentence; an excerpt of a report need not.
    """
    places = [place for place in told.here if place.level in DIVISIONS]
    if told.story and len({place.province for place in places}) > _MANY:
        return (NATION,)
    top, often = told.divisions.most_common(1)[0] if places else ("", 0)
    if often > max(1, told.nationwide) and often * 2 > len(places) and (not told.story or top in told.opening):
        return (top,)
    name, count, total = _province_of(places)
    if told.story:
        enough = (count == total > 2 and not told.nationwide) or (count > 2 and name in told.opening)
    else:
        enough = count > min(2, told.nationwide)
    return (name,) if enough and count * 2 > total else ()


def _province_of(places: list[Place]) -> tuple[str, int, int]:
    """The province that most of these places lie in, how many do, and how many there are.

    A name that several provinces have (朝阳) speaks for each of them.
    """
    votes = Counter(province for place in places for province in provinces_of(place))
    name, count = votes.most_common(1)[0] if votes else ("", 0)
    return name, count, len(places)


def _may_mean(word: str, place: Place) -> bool:
    """Whether 全市, 全省 or 全县 may point to a place: 全市 to a city or a municipality."""
    if "市" in word:
        return place.level == "city" or place.name in _MUNICIPALITIES
    return place.level == ("county" if "县" in word else "province")


_MUNICIPALITIES = frozenset({"北京", "天津", "上海", "重庆"})
