"""Law 6: `conflict` is symmetric, and `same` implies that the two agree."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.checks.comparable import Figure, bare, compatible, printed_verdict, slip, verdict
from claimex.schema import Claim, Quantity
from claimex.schema.claim import SentenceSpan
from claimex.schema.quantity import Bound

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

BOUNDS = [bound for bound in get_args(Bound) if bound != "between"]


@st.composite
def figures(draw: DrawFn) -> Figure:
    """A figure with any bound; few digits, so that equal and touching ones are common."""
    places = draw(st.integers(min_value=-1, max_value=2))
    value = Decimal(draw(st.integers(min_value=1, max_value=40))).scaleb(places)
    quantity = Quantity(value=value, bound=draw(st.sampled_from(BOUNDS)), unit="%", ulp=Decimal(1).scaleb(places))
    claim = Claim(
        id="c",
        doc_id="d",
        start=0,
        end=1,
        text="1",
        quantity=quantity,
        measure="growth",
        direction=draw(st.sampled_from(["up", "down"])),
        sentence=SentenceSpan(start=0, end=1),
    )
    figure = bare(claim)
    assert figure is not None
    return figure


@settings(max_examples=300, derandomize=True)
@given(figures(), figures())
def test_verdicts_are_symmetric(first: Figure, second: Figure) -> None:
    assert verdict(first, second)[0] == verdict(second, first)[0]
    assert printed_verdict(first.claim, second.claim) == printed_verdict(second.claim, first.claim)
    assert compatible(first, second) == compatible(second, first)
    assert slip(first, second) == slip(second, first)


@settings(max_examples=300, derandomize=True)
@given(figures(), figures())
def test_same_implies_that_they_agree(first: Figure, second: Figure) -> None:
    if verdict(first, second)[0] == "same":
        assert compatible(first, second)


@settings(max_examples=100, derandomize=True)
@given(figures())
def test_a_figure_agrees_with_itself(figure: Figure) -> None:
    assert verdict(figure, figure)[0] == "same"
