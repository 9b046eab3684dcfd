"""Chains: what runs parallel in two texts, wherever it stands."""

from __future__ import annotations

from claimex.compare.chains import SEED, Chain, Index, Match, chains, covered

A = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃"
B = "寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"


def _spans(found: list[Chain]) -> list[list[tuple[int, int, int]]]:
    return [[(m.a, m.b, m.size) for m in chain.matches] for chain in found]


def test_equal_texts_are_one_match() -> None:
    assert _spans(chains(Index(A), A, least=SEED)) == [[(0, 0, len(A))]]


def test_strangers_share_nothing() -> None:
    assert chains(Index(A), B, least=SEED) == []


def test_a_changed_word_is_a_gap_in_one_chain() -> None:
    other = A[:12] + "龙凤" + A[14:]
    (chain,) = chains(Index(A), other, least=SEED)
    assert [(m.a, m.size) for m in chain.matches] == [(0, 12), (14, len(A) - 14)]


def test_a_lost_stretch_is_a_gap_on_one_side() -> None:
    other = A[:10] + A[18:]
    (chain,) = chains(Index(A), other, least=SEED)
    first, second = chain.matches
    assert (second.a - first.a_end, second.b - first.b_end) == (8, 0)


def test_moved_stretches_are_chains_of_their_own() -> None:
    found = chains(Index(A + B), B + "某" * 700 + A, least=SEED)
    assert _spans(found) == [[(len(A), 0, len(B))], [(0, len(B) + 700, len(A))]]


def test_words_repeated_around_a_loss_belong_to_one_side() -> None:
    """The short print's 创新 is claimed from both sides; the second gives it up."""
    short, long = A[:12] + "创新发展" + B[:12], A[:12] + "创新驱动创新发展" + B[:12]
    for first, second in ((short, long), (long, short)):
        (chain,) = chains(Index(first), second, least=SEED)
        one, two = chain.matches
        assert sorted((two.a - one.a_end, two.b - one.b_end)) == [0, 4]


def test_matches_say_the_truth() -> None:
    other = B[:20] + A[5:25] + "某某" + A[25:] + B[20:]
    for chain in chains(Index(A + B), other, least=SEED):
        for match in chain.matches:
            assert (A + B)[match.a : match.a_end] == other[match.b : match.b_end]


def test_covered_merges() -> None:
    assert covered([(5, 9), (0, 3), (2, 6), (20, 21)]) == [(0, 9), (20, 21)]
    assert Chain([Match(0, 0, 3), Match(5, 5, 2)]).common == 5
