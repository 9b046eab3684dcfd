"""Ridge logistic regression by Newton's method: small, and the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = 50
CLOSE = 1e-8


def fit_logistic(
    design: NDArray[np.float64], goal: NDArray[np.float64], ridge: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Weights that make the log odds of `goal` out of the columns of `design`.

    Shapes: `design` (rows, columns), `goal` (rows,) of 0 and 1, `ridge` (columns,), the penalty of each weight.
    """
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (chance - goal) + ridge * weights
        step = np.linalg.solve((design.T * (chance * (1 - chance))) @ design + np.diag(ridge), gradient)
        weights -= step
        if np.abs(step).max() < CLOSE:
            break
    return weights
