"""Area: which place a figure covers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from claimex.frame.page import OPENING, clauses
from claimex.frame.places import (
    NATION,
    Place,
    find_places,
    is_scope,
    locality_at,
    names_facility,
    provinces_of,
    zone_at,
)

if TYPE_CHECKING:
    from claimex.frame.page import Page, Spot
    from claimex.schema import Sentence

_LOCAL = re.compile(r"全市|我市|本市|全省|我省|本省|我区|(?<![、（(省])自治区|全县|我县|全州|全疆")
_OURS = re.compile(r"[我本][市省区县州]")
"""Words of a local paper; 全市 in a story of the nation's points back to the city that it has named."""

_NATIONWIDE = re.compile(
    r"我国|中方|习近平|人民大会堂|天安门|国务院|国家(?:统计|能源|发展|移民|医保|卫生|市场|邮政|铁路|林草|税务|知识)"
    r"|(?<![居列位占在对])全国(?!第|前|首|的?平均|人大|各省|一体化|统一|重点)|中央(?:财政|预算|政府)|各地区各部门"
)
_LEAD = re.compile(
    r"^[\s“”‘’—\-·,，、：:●○◆■①-⑳\d.．()（）*]*"
    r"(?:在|记者在|截至|其中|目前|而|同时|此外|另外|从|比如|例如|据|位于|来自|首府|省会|首都|虽然|不过|但|受[^，,]{0,8}影响)?[\s，,]*(?:在?整个|在)?$"
)
_FRESH = re.compile(r"截至|数据显示|据统计|统计显示|下一步|总的来看")
"""A sentence that opens like this speaks of the whole again, not of the place before."""

_BETWEEN = re.compile(r"(?:[\d十一二三四五六七八九]+个?省[区市、（）()]*[，,]?)?[共有约近超 ]*")
"""What may stand between a place and the number that it covers (`西部10省市38个`)."""

_BASE = re.compile(r"(?:[至到为达]|相当于)$")
"""Before a place, it is the whole that a share is taken of (`提升至全球的近三成`)."""

_THAN = re.compile(r"(?:[高低快慢优]于|领先|落后)[^，,；。]{2,16}的$")
_VALUE_OF = re.compile(r"(?:全国|[\u4e00-\u9fff]{2,4}[省市])的?[平均约]*\d[\d.]*%?$")
"""The figure of another place, for comparison; the clauses after it go back to the place before."""

_WORLD = frozenset({"全球", "世界"})
_AND = frozenset("、和与及")
_TITLE = re.compile(r"《[^》]{0,40}$")
_DIVISIONS = frozenset({"province", "city", "county"})
_BEARING = re.compile(r"[东西南北中]")
_AT = re.compile(r"(?:在|对|于|向|往|抵|袭击|空袭|炮击|轰炸)$")
_ROUND_UP = re.compile(r"快讯|简讯|要闻|联播|速览")
_NAMED_WITHIN = 300
"""How far back the city is looked for that 全市 points to, in characters."""

_MANY = 3
"""A story whose headline names no place and that speaks of more provinces is one of the nation's."""

_HELD = re.compile(r"[省市县区]?[\u4e00-\u9fff]{0,6}?(?:开幕|闭幕|举行|举办|召开|启动|成立|发布|揭牌|揭幕)")
_ABROAD = frozenset({"country", "abroad"})
_SET_IN = re.compile(
    r"(?:在|位于|来到|走进|走访|地处|坐落于|扎根|落户|导致|造成|致使)(?:了|这座|[^，,。；]{0,8}的)?(?:[东西南北中]+部)?$"
)
"""Before a place, what a sentence tells happens there."""

_SPEAKS = re.compile(r"(?:称|表示|说|报道|证实|宣布|透露|声明|强调)(?:$|[，,：:])")


class Areas:
    """The places of one page, and the area of each article."""

    def __init__(self, page: Page) -> None:
        self._text = page.flow.text
        self._places = find_places(self._text)
        self._starts = [place.start for place in self._places]
        self._ends = frozenset(place.end for place in self._places)
        self._page = page
        self._published = [place for place in find_places(page.source.publisher or "") if place.level in _DIVISIONS]
        self._home = [
            self._home_of(article.start, article.end, article.title or page.source.title or "", page.story(number))
            for number, article in enumerate(page.flow.articles)
        ]
        self._local = {  # papers and reports of a place, whose sentences speak of all of it
            number
            for number, article in enumerate(page.flow.articles)
            if self._is_local(article.start, self._text[article.start : article.end])
            or not page.story(number)
        }
        self._items = self._item_homes()
        self._divisions = {place.name for place in self._places if place.level in _DIVISIONS}
        self._regions = {place.name for place in self._places if place.level == "region"}

    def home(self, block: int) -> str | None:
        """The place that the article of a block, or its item in a round-up, is about when a figure does not say."""
        if block in self._items:
            return self._items[block]
        article = self._page.flow.blocks[block].article
        return self._home[article] if article < len(self._home) else None

    def _item_homes(self) -> dict[int, str | None]:
        """By block: the place of its item, in an article that is a round-up of items under headings of their own."""
        blocks, articles = self._page.flow.blocks, self._page.flow.articles
        homes: dict[int, str | None] = {}
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

    def inside(self, start: int, end: int) -> list[Place]:
        """The places that start inside `start:end`."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _home_of(self, start: int, end: int, title: str, story: bool) -> str | None:  # noqa: FBT001, PLR0911 (one line a rule, in order)
        """By publisher or title where they name a place, else by what the text mentions most, else the nation.

        A text that speaks of other countries only has the one it speaks of most as its home, or none. A `story` names
        the place it is about in its headline or its first sentences; an excerpt of a report need not.
        """
        text = self._text[start:end]
        here = self.inside(start, end)
        named = find_places(title)
        if self._published:
            return self._published[0].name
        first = self._text.find("。", start + len(title), min(end, start + OPENING))
        opening = {place.name for place in [*named, *self.inside(start, first if first > 0 else end)]}
        if self._is_local(start, text):
            local = self._local_home(here, named, _levels(text))
            if not story or local in opening or _OURS.search(text):
                return local
        nationwide = len(_NATIONWIDE.findall(text))
        if story and not named and re.search(r"我国|全国|中国", title):
            return NATION
        divisions = Counter(place.name for place in here if place.level in _DIVISIONS)
        abroad = Counter(place.province for place in here if place.level in _ABROAD)
        nation = sum(place.name == NATION for place in here)
        if abroad.total() > nationwide + nation + divisions.total():
            name, count = abroad.most_common(1)[0]
            finer = [place.name for place in named if place.level == "abroad" and place.province == name]
            return (finer or [name])[0] if count * 2 > abroad.total() else None
        if (event := self._event(start, end)) and nationwide <= divisions.total():
            return event
        if named and named[0].level in _DIVISIONS and divisions[named[0].name] >= nationwide:
            return named[0].name
        top = divisions.most_common(1)[0] if divisions else ("", 0)
        told = len({place.province for place in here if place.level in _DIVISIONS})
        if story and told > _MANY:
            return NATION
        if top[1] > max(1, nationwide) and top[1] * 2 > divisions.total() and (not story or top[0] in opening):
            return top[0]
        region = named[0].name if named and named[0].level == "region" else ""
        if region and not _BEARING.match(region) and sum(place.name == region for place in here) > 1:
            return region
        name, count, total = _province_of([place for place in here if place.level in _DIVISIONS])
        alone = count == total > 2 and not nationwide
        if count * 2 > total and (alone or (count > 2 and name in opening) if story else count > min(2, nationwide)):
            return name
        return NATION

    def _is_local(self, start: int, text: str) -> bool:
        """Whether the text has words for its own place (全市, 我省) that do not follow a name (山西全省)."""
        return any(start + match.start() not in self._ends for match in _LOCAL.finditer(text))

    def _local_home(self, here: list[Place], named: list[Place], levels: frozenset[str]) -> str | None:
        """What 全市 or 我省 point to."""
        if titled := [place for place in named if place.level in levels]:
            return titled[0].name
        ranked = Counter(place.name for place in here if place.level in levels)
        ranked = ranked or Counter(place.name for place in self._places if place.level in levels)
        if not ranked and "province" in levels:
            name, count, total = _province_of([place for place in here if place.level in _DIVISIONS])
            return name if count * 2 > total else None
        return ranked.most_common(1)[0][0] if ranked else None

    def _event(self, start: int, end: int) -> str | None:
        """Where the text says that its event takes place (`在山东济南开幕`)."""
        near = self.inside(start, min(end, start + OPENING))
        held = [place for place in near if place.level in _DIVISIONS and _HELD.match(self._text, place.end)]
        finer = [place for place in held if place.start in {other.end for other in near}]
        return (finer or held)[0].name if held else None

    def of(self, spot: Spot, rest: tuple[int, int], carried: str | None) -> tuple[str | None, str]:
        """The area of a spot and the rule that found it.

        `rest`: the flow stretch left of the number without its cues (`居全国`, `占全市…` are cues, not areas).
        `carried`: the area that the sentence or paragraph before has set.
        """
        sentence = self._page.sentences[spot.sentence]
        home = self.home(sentence.block)
        wide = self._is_wide(home)
        handed = (carried or home) if wide else home
        if found := self._compared(rest[0], spot.mention.start):
            return self._resolve(found, handed), "area.compared"
        earlier = self._earlier(sentence.start, rest[0])
        for rule, find in (("adjacent", self._adjacent), ("clause", self._leading)):
            if found := find(*rest):
                if found.level == "deictic" and found.name != NATION and earlier and earlier.level in _DIVISIONS:
                    found = earlier
                return self._resolve(found, handed), f"area.{rule}"
        if home != NATION and home not in self._divisions and (hit := self._hit(sentence.start, rest[1])):
            return hit.name, "area.hit"
        if earlier:
            return self._resolve(earlier, handed), "area.sentence"
        if scene := self._scene(sentence.start, rest[0]):
            return self._resolve(scene, handed), "area.scene"
        fresh = _FRESH.match(self._text, sentence.start) or (
            carried in _WORLD and "我国" in self._text[sentence.start : sentence.end]
        )
        if carried and (wide or self._finer(carried, sentence.block)) and not fresh:
            return carried, "area.carried"
        return home, "area.article"

    def _earlier(self, sentence: int, until: int) -> Place | None:
        """The place that opens the nearest clause before, speakers and figures of other places aside."""
        earlier = list(clauses(self._text, sentence, until))[::-1]
        for start, end in earlier[:1] if self._published else earlier:
            if _SPEAKS.search(self._text[start : end + 1]) or _VALUE_OF.match(self._text, start, end):
                continue
            found = self._leading(start, end)
            if found and (found.level != "zone" or "；" not in self._text[end:until]):
                return found
        return None

    def _hit(self, start: int, end: int) -> Place | None:
        """Abroad, the place where something happens is an object (`对伊拉克的美方目标`), the actor stands first."""
        found = [
            place
            for place in self.inside(start, end)
            if place.level in _ABROAD and _AT.search(self._text[max(start, place.start - 2) : place.start])
        ]
        return found[-1] if found else None

    def leading_of(self, sentence: Sentence) -> str | None:
        """The place where a sentence is set, resolved; it goes on to hold in the next ones of the paragraph."""
        found, scene = self._leading(sentence.start, sentence.end), self._scene(sentence.start, sentence.end)
        if found is None or (scene is not None and scene.province == found.name != scene.name):
            found = scene
        return self._resolve(found, self.home(sentence.block)) if found else None

    def _scene(self, start: int, end: int) -> Place | None:
        """The last place of a stretch that a verb or preposition of place sets the scene in (`来到山东济南的…`).

        Of places that follow each other the last is the most specific.
        """
        found: Place | None = None
        for place in self.inside(start, end):
            follows = found is not None and place.start == found.end
            if place.level in {"deictic", "region"} or is_scope(self._text, place.end):
                continue
            if follows or _SET_IN.search(self._text[max(start, place.start - 14) : place.start]):
                found = place
        return found

    def _finer(self, name: str, block: int) -> bool:
        """Whether a place lies inside the one that a story is about; a paper's own place holds again each sentence."""
        article = self._page.flow.blocks[block].article
        if self._published or article in self._local:
            return False
        home = self.home(block)
        return any(place.name == name and place.province == home for place in self._places)

    def _compared(self, start: int, end: int) -> Place | None:
        """The place whose figure another is compared with (`高于广东省同期的2%`)."""
        match = _THAN.search(self._text, start, end)
        found = self.inside(match.start(), end) if match else []
        return found[-1] if found else None

    def _adjacent(self, start: int, end: int) -> Place | None:
        """A place right before the number (`在全球18种主要船型中`, `湖南安仁23万亩早稻`)."""
        found = self.inside(start, end)
        if not found or not _BETWEEN.fullmatch(self._text, found[-1].end, end):
            return None
        if self._text.startswith("各", found[-1].end):
            return None
        if len(found) > 1 and found[-1].level in _DIVISIONS and self._listed(found, start):
            counted = found[-1].end < end and self._text[found[-1].end] not in _AND
            return self._joined(found) if counted else None
        if _BASE.search(self._text, start, found[-1].start) and found[-1].name in {*_WORLD, NATION}:
            return None
        if found[-1].level == "deictic" and len(found) > 1 and found[-2].end == found[-1].start:
            return found[-2]
        return found[-1]

    def _listed(self, found: list[Place], start: int) -> bool:
        """Whether the last place only ends a list of places that a number counts (`安徽合肥、…和江苏盐城7个城市`)."""
        at = found[-1].start
        while len(found) > 1 and found[-2].end == at:
            found = found[:-1]
            at = found[-1].start
        return at > start and self._text[at - 1] in _AND

    def _joined(self, found: list[Place]) -> Place:
        """The places of a list as one (`海南、广东、广西3省区`)."""
        first = len(found) - 1
        while first and self._text[found[first - 1].end : found[first].start] in _AND:
            first -= 1
        name = self._text[found[first].end : found[-1].start].join(("", "")) if first == len(found) - 1 else ""
        for at in range(first, len(found)):
            name += ("" if at == first else self._text[found[at].start - 1]) + found[at].name
        return Place(found[first].start, found[-1].end, name, found[-1].level)

    def _leading(self, start: int, end: int) -> Place | None:
        """The place that opens a stretch of text, times and prepositions before it aside.

        Of places that follow each other the last is the most specific (湖南安仁); a `、` list is one place.
        """
        at, found, outer = start, None, None
        times = self._page.periods_in(start, end)
        for place in self.inside(start, end):
            before = self._text[at : place.start]
            for time in times:
                if at <= time.start < place.start:
                    before = before.replace(time.text, "", 1)
            listed = found is not None and before.strip() in _AND
            titled = _TITLE.search(self._text[max(0, place.start - 40) : place.start])
            facility = place.level != "deictic" and names_facility(self._text, place.end)
            if titled or facility or not (listed or _LEAD.match(before)):
                break
            own = place.level == "deictic" and place.name != NATION
            if is_scope(self._text, place.end) and not (own and self._text.startswith("平均", place.end)):
                return outer
            zone = zone_at(self._text[place.start : min(end, place.start + 24)])
            if zone and place.start + zone.end > place.end:
                return self._zones(place.start, place.start + zone.end, end)
            if found is not None and place.level == "deictic":
                break
            if found is not None and place.start == found.end:
                outer = found
            name = f"{found.name}{before.strip()}{place.name}" if found is not None and listed else place.name
            found, at = Place(found.start if found else place.start, place.end, name, place.level), place.end
        if (
            found is not None
            and found.level not in {"deictic", "county"}
            and (near := locality_at(self._text[found.end : end]))
        ):
            return Place(found.start, found.end + near.end, near.name, "zone")
        return found or self._zone(start, end)

    def _zone(self, start: int, end: int) -> Place | None:
        """A zone that opens a stretch, a time before it aside (`去年，主城都市区研发经费…`)."""
        for time in self._page.periods_in(start, end):
            if not self._text[start : time.start].strip("，, ") and time.end < end:
                start = time.end
        while start < end and self._text[start] in "，,、 在全市我省国":
            start += 1
        zone = zone_at(self._text[start : min(end, start + 24)])
        return self._zones(start, start + zone.end, end) if zone else None

    def _zones(self, start: int, at: int, end: int) -> Place:
        """A zone `start:at` with those that follow it in a list."""
        while self._text[at : at + 1] == "、" and (more := zone_at(self._text[at + 1 : min(end, at + 25)])):
            at += 1 + more.end
        return Place(start, at, self._text[start:at], "zone")

    def _named_before(self, deictic: Place) -> str | None:
        """What 全市 or 全省 points back to in a story of the nation's: the last place of that level before it."""
        block = next((at for at in self._page.flow.blocks if at.start <= deictic.start < at.end), None)
        if block is None or deictic.name == "全社会" or not self._page.story(block.article) or not self._is_wide(self._home[block.article]):
            return None
        wanted = _levels(deictic.name)
        near = self.inside(max(0, deictic.start - _NAMED_WITHIN), deictic.start)
        return next((place.name for place in reversed(near) if place.level in wanted), None)

    def _is_wide(self, home: str | None) -> bool:
        """Whether a home is no division: a story of the nation, of a region, or of nowhere in particular."""
        return home in {None, NATION} or home in self._regions

    def _resolve(self, place: Place, home: str | None) -> str | None:
        bearing = place.level == "region" and _BEARING.match(place.name)
        if bearing and home is not None and home != NATION and home not in self._divisions:
            return home
        if place.level != "deictic" or place.name == NATION:
            return place.name
        return self._named_before(place) or home


def _province_of(places: list[Place]) -> tuple[str, int, int]:
    """The province that most of these places lie in, how many do, and how many there are.

    A name that several provinces have (朝阳) speaks for each of them.
    """
    votes = Counter(province for place in places for province in provinces_of(place))
    name, count = votes.most_common(1)[0] if votes else ("", 0)
    return name, count, len(places)


def _levels(text: str) -> frozenset[str]:
    """Which levels the words of a local paper point to: 全市 may be a city or a municipality, 全省 a province."""
    if re.search(r"全市|我市|本市", text):
        return frozenset({"city", "province"})
    return frozenset({"county"}) if re.search(r"全县|我县", text) else frozenset({"province"})
