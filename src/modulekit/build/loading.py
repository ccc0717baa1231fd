"""What a worker loads before it is first asked, while the course is still being read.

Takes the names of an order, gives nothing. No result depends on it: what is not loaded here is loaded where it is used.
Must not know the course, which nobody has read yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.build.plan import Order, make_plan
from modulekit.formats.table import FORMATS
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates


def load(products: Sequence[str], formats: Sequence[str]) -> None:
    """Load what composes ``products`` and writes ``formats``, as an order names them; first what is needed first.

    Raises what an import raises.
    """
    import modulekit.build.work

    everything = frozenset(product.only_with for product in PRODUCTS.values())
    tasks = make_plan(Order(tuple(products), tuple(formats)), everything)
    for name in dict.fromkeys(task.product for task in tasks):
        PRODUCTS[name].load()
    if any(task.is_pdf for task in tasks):
        FORMATS["pdf"].divided().load(templates())
        import modulekit.delivery.pdf
        import modulekit.delivery.shown_pdf  # noqa: F401 - finished files are opened again
