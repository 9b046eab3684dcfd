"""Area: which place a figure covers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.frame.atlas import ABROAD, DIVISIONS, Atlas
from claimex.frame.home import Homes
from claimex.frame.page import clauses
from claimex.frame.places import NATION, Place, is_scope, locality_at, names_facility, zone_at

if TYPE_CHECKING:
    from claimex.frame.page import Page, Spot
    from claimex.schema import Sentence

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
_BEARING = re.compile(r"[东西南北中]")
_AT = re.compile(r"(?:在|对|于|向|往|抵|袭击|空袭|炮击|轰炸)$")
_SET_IN = re.compile(
    r"(?:在|位于|来到|走进|走访|地处|坐落于|扎根|落户|驶入|抵达|导致|造成|致使)(?:了|这座|[^，,。；]{0,8}的)?(?:[东西南北中]+部)?$"
)
"""Before a place, what a sentence tells happens there."""

_ORIGIN = re.compile(r"(?:注册|登记|上市|出生|生产|制造|研制)")
"""After a place, it says where a thing comes from, not where it is (`一艘在美国注册的快艇`)."""

_HERE = re.compile(r"这里|当地(?!时间|媒体|官员|政府称)")
_NEAR = 150
"""How far back 这里 reaches, in characters."""

_SPEAKS = re.compile(r"(?:称|表示|说|报道|证实|宣布|透露|声明|强调)(?:$|[，,：:])")


class Areas:
    """Decides the area of each figure of one page."""

    def __init__(self, page: Page) -> None:
        self._page, self._text = page, page.flow.text
        self._atlas = Atlas(page)
        self._homes = Homes(page, self._atlas)

    def home(self, block: int) -> str | None:
        """The place that the article of a block is about."""
        return self._homes.of(block)

    def of(self, spot: Spot, rest: tuple[int, int], carried: str | None) -> tuple[str | None, str]:
        """The area of a spot and the rule that found it.

        `rest`: the flow stretch left of the number without its cues (`居全国`, `占全市…` are cues, not areas).
        `carried`: the area that the sentence or paragraph before has set.
        """
        sentence = self._page.sentences[spot.sentence]
        home = self.home(sentence.block)
        wide = self._atlas.is_wide(home)
        handed = (carried or home) if wide else home
        if found := self._compared(rest[0], spot.mention.start):
            return self._resolve(found, handed), "area.compared"
        earlier = self._earlier(sentence.start, rest[0])
        for rule, find in (("adjacent", self._adjacent), ("clause", self._leading)):
            if found := find(*rest):
                if found.level == "deictic" and found.name != NATION and earlier and earlier.level in DIVISIONS:
                    found = earlier
                return self._resolve(found, handed), f"area.{rule}"
        abroad = home != NATION and home not in self._atlas.divisions
        if abroad and (hit := self._hit(sentence.start, rest[1])):
            return hit.name, "area.hit"
        scene = self._scene(sentence.start, rest[0])
        pointed = self._pointed(sentence.start, rest[1])
        for rule, near in (("sentence", earlier), ("scene", scene), ("pointed", pointed)):
            if near:
                return self._resolve(near, handed), f"area.{rule}"
        goes_on = carried and (wide or self._homes.finer(carried, sentence.block))
        if carried and goes_on and not self._fresh(sentence, carried):
            return carried, "area.carried"
        return home, "area.article"

    def _pointed(self, start: int, end: int) -> Place | None:
        """What 这里 or 当地 points back to: the last place that is named before it."""
        here = _HERE.search(self._text, start, end)
        if here is None:
            return None
        near = self._atlas.inside(max(0, here.start() - _NEAR), here.start())
        return next((place for place in reversed(near) if place.level not in {"deictic", "region"}), None)

    def _fresh(self, sentence: Sentence, carried: str) -> bool:
        """Whether a sentence speaks of the whole again."""
        ours = carried in _WORLD and "我国" in self._text[sentence.start : sentence.end]
        return ours or bool(_FRESH.match(self._text, sentence.start))

    def _earlier(self, sentence: int, until: int) -> Place | None:
        """The place that opens the nearest clause before, speakers and figures of other places aside."""
        earlier = list(clauses(self._text, sentence, until))[::-1]
        for start, end in earlier[:1] if self._homes.published else earlier:
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
            for place in self._atlas.inside(start, end)
            if place.level in ABROAD
            and _AT.search(self._text[max(start, place.start - 2) : place.start])
            and not _ORIGIN.match(self._text, place.end)
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
        for place in self._atlas.inside(start, end):
            follows = found is not None and place.start == found.end
            if place.level in {"deictic", "region"} or is_scope(self._text, place.end):
                continue
            if _ORIGIN.match(self._text, place.end):
                continue
            if follows or _SET_IN.search(self._text[max(start, place.start - 14) : place.start]):
                found = place
        return found

    def _compared(self, start: int, end: int) -> Place | None:
        """The place whose figure another is compared with (`高于广东省同期的2%`)."""
        match = _THAN.search(self._text, start, end)
        found = self._atlas.inside(match.start(), end) if match else []
        return found[-1] if found else None

    def _adjacent(self, start: int, end: int) -> Place | None:
        """A place right before the number (`在全球18种主要船型中`, `湖南安仁23万亩早稻`)."""
        found = self._atlas.inside(start, end)
        if not found or not _BETWEEN.fullmatch(self._text, found[-1].end, end):
            return None
        if self._text.startswith("各", found[-1].end):
            return None
        if len(found) > 1 and found[-1].level in DIVISIONS and self._listed(found, start):
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
        name = "".join(self._text[place.start - 1] + place.name for place in found[first:])[1:]
        return Place(found[first].start, found[-1].end, name, found[-1].level)

    def _leading(self, start: int, end: int) -> Place | None:
        """The place that opens a stretch of text, times and prepositions before it aside.

        Of places that follow each other the last is the most specific (湖南安仁); a `、` list is one place.
        """
        at, found, outer = start, None, None
        times = self._page.periods_in(start, end)
        for place in self._atlas.inside(start, end):
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

    def _resolve(self, place: Place, home: str | None) -> str | None:
        bearing = place.level == "region" and _BEARING.match(place.name)
        if bearing and home is not None and home != NATION and home not in self._atlas.divisions:
            return home
        if place.level != "deictic" or place.name == NATION:
            return place.name
        return self._homes.named_before(place) or home
