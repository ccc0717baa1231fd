"""Products of the small course, composed as a build composes them, with pages and pictures that a test can foresee."""

from __future__ import annotations

from functools import cache

from modulekit.build import Job
from modulekit.document import Deck, Document
from modulekit.editions import identify, number, redact, schedule
from modulekit.editions.changes import changes
from modulekit.formats.table import FORMATS
from modulekit.formats.targets import node_ids
from modulekit.model import Method, Module, Step
from modulekit.model.delivery import Participant
from modulekit.model.edition import Edition
from modulekit.products.context import Context, Layouts
from modulekit.products.handout import handout
from modulekit.products.table import DELIVERY, EARLIER, PRODUCTS, SECOND_LANGUAGE
from tests.courses import hills_centre, hilltown, small
from tests.presses import plain_press
from tests.products.two_languages import bilingual_job

PICTURE = b"\x89PNG\r\n\x1a\n"


def context(product: str, job: Job | None = None, layouts: Layouts | None = None) -> Context:
    """What a product is composed with: its audience's edition, and every part of the handout on a page of its own."""
    job = job or small()
    whole = identify(job.module)
    if PRODUCTS[product].only_with == DELIVERY:
        return delivered(product, job)
    if PRODUCTS[product].only_with == SECOND_LANGUAGE and not job.beside:
        job = bilingual_job()
        whole = identify(job.module)
    module = redact(whole, PRODUCTS[product].audience)
    if PRODUCTS[product].only_with == EARLIER:
        found = changes(earlier(job.module), job.module)
        edition = Edition(module, number(whole), job.assets, job.organisation, changes=found)
        return Context(edition, job.strings, layouts or _layouts(Context(edition, job.strings)))
    edition = Edition(module, number(whole), job.assets, job.organisation, job.centre, job.visible)
    beside = context("handout", job.beside) if job.beside else None
    return Context(edition, job.strings, layouts or _layouts(Context(edition, job.strings)), beside)


def earlier(module: Module) -> Module:
    """A version that was taught before: another first step, a slide fewer, a lesson later, an older exercise."""
    first, second, *rest = module.lessons
    step = first.steps[0]
    assert isinstance(step, Step)
    assert step.trainer is not None
    notes = step.trainer.model_copy(update={"watch_for": "People who look at the clock."})
    shorter = step.model_copy(update={"minutes": step.minutes - 1, "trainer": notes, "slides": step.slides[1:]})
    gone = Step(title="A walk to the river", minutes=7, method=Method.PLENARY)
    exercise = module.exercises[0]
    other = exercise.model_copy(update={"answer": exercise.answer[1:], "task": exercise.task[:1]})
    revised = first.model_copy(update={"steps": (shorter, gone, *first.steps[1:]), "minutes": first.minutes + 6})
    control = module.document.model_copy(update={"version": "0.9", "history": ()})
    return module.model_copy(
        update={
            "lessons": (revised, *rest, second),
            "exercises": (other, *module.exercises[1:]),
            "glossary": module.glossary[1:],
            "document": control,
        }
    )


def delivered(product: str, job: Job | None = None, people: tuple[Participant, ...] = ()) -> Context:
    """The same of the small course as it is taught in Hilltown, with ``people`` on the list or their number alone."""
    job, delivery = job or small(), hilltown()
    taught = schedule(identify(job.module), delivery.node, participants=len(people), places=delivery.places)
    edition = Edition(
        redact(taught.module, PRODUCTS[product].audience),
        number(taught.module),
        job.assets,
        job.organisation,
        hills_centre(),
        job.visible,
        delivery.node,
        people,
        taught.schedule,
    )
    return Context(edition, job.strings, _layouts(Context(edition, job.strings)))


def _layouts(of: Context) -> Layouts:
    pages = {
        id: page for page, part in enumerate(handout(of).parts, start=1) for id in (part.id, *node_ids(part.blocks))
    }
    pictures = {f"slide:{id}": PICTURE for id in of.edition.numbering.slides}
    return Layouts({"handout": pages}, pictures, {name: len(name) for name in PRODUCTS})


def composed(product: str, job: Job | None = None) -> Document | Deck:
    """A product as nodes."""
    return PRODUCTS[product].compose(context(product, job))


@cache
def text(product: str) -> str:
    """A product of the small course as plain text."""
    return text_of(composed(product))


def text_of(content: Document | Deck) -> str:
    """Nodes as plain text."""
    return FORMATS["text"].write(content, plain_press()).data.decode()


def document(product: str, job: Job | None = None) -> Document:
    """A product that is a Document."""
    content = composed(product, job)
    assert isinstance(content, Document)
    return content


def deck(product: str, job: Job | None = None) -> Deck:
    """A product that is a Deck."""
    content = composed(product, job)
    assert isinstance(content, Deck)
    return content
