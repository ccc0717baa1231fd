"""Which editions a wish means."""

from __future__ import annotations

import pytest

from modulekit.build.lattice import Point, Receiver, Wish, lattice

LANGUAGES = ("en", "kk", "ru")
CENTRES = {
    "academy": Receiver("academy"),
    "hills": Receiver("hills", ("kk", "de")),
    "valley": Receiver("valley", ("ru", "en")),  # Russian first, as it reads it
}
DELIVERIES = {"spring": Receiver("hills", ("ru",))}


def folders(wish: Wish) -> list[str]:
    return [str(point.folder) for point in lattice("en", LANGUAGES, CENTRES, DELIVERIES, wish)]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), ["en"]),
        (Wish(languages=("ru", "kk")), ["ru", "kk"]),
        (Wish(centres=("hills",)), ["hills/kk"]),
        (Wish(centres=("academy",)), ["academy/en", "academy/kk", "academy/ru"]),
        (Wish(centres=("hills",), languages=("en",)), ["hills/en"]),
        (Wish(centres=("valley",)), ["valley/ru", "valley/en"]),
        (Wish(centres=("valley",), every_language=True), ["valley/ru", "valley/en", "valley/kk"]),
        (Wish(every_language=True), ["en", "kk", "ru"]),
        (Wish(deliveries=("spring",)), ["hills/spring/ru"]),
        (Wish(deliveries=("spring",), centres=("hills",)), ["hills/kk", "hills/spring/ru"]),
        (Wish(everything=True, languages=("kk",)), ["kk", "academy/kk", "hills/kk", "valley/kk", "hills/spring/kk"]),
    ],
)
def test_what_a_wish_means(wish: Wish, expected: list[str]) -> None:
    assert folders(wish) == expected


def test_everything_is_every_language_for_all_who_want_it() -> None:
    assert folders(Wish(everything=True)) == [
        *LANGUAGES,
        *(f"academy/{language}" for language in LANGUAGES),
        "hills/kk",
        "valley/ru",
        "valley/en",
        "hills/spring/ru",
    ]


def test_no_edition_twice() -> None:
    assert folders(Wish(everything=True, centres=("academy",))) == folders(Wish(everything=True))


def test_the_folder_of_an_edition() -> None:
    assert str(Point("", "", "en").folder) == "en"
    assert str(Point("hills", "spring", "ru").folder) == "hills/spring/ru"
