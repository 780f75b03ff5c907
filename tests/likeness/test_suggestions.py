"""Which records are suggested to be one person, how surely, and why."""

import pytest
from crowds import crowd

from hallway.likeness import ALMOST_CERTAIN, Index, Likeness, Record, like, suggestions


def found(*records: Record, least: float = 0.3) -> Likeness | None:
    """What is said of the first two of these among a crowd."""
    pair = (records[0].id, records[1].id)
    return next((one for one in suggestions([*records, *crowd()], least=least) if (one.a, one.b) == pair), None)


def sure(*records: Record) -> float:
    one = found(*records, least=0.0)
    return one.probability if one else 0.0


def keyed(value: str, kind: str = "email") -> frozenset[tuple[str, str]]:
    return frozenset({(kind, value)})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Philippa Marchbanks", "Marchbanks, Philippa"),
        ("Philippa Marchbanks", "Pip Marchbanks"),
        ("Robert Marchbanks", "Bob Marchbanks"),
        ("Philippa Marchbanks", "Philippa Marchbnaks"),
        ("Philippa Marchbanks", "P. Marchbanks"),
        ("Philippa Marchbanks", "Philippa J. Marchbanks"),
        ("Sergey Vesnyak", "Сергей Весняк"),
        ("Jürgen Möbelmann", "Juergen Moebelmann"),
        ("Xiaoming Wang", "王小明"),
        ("Ana Marchbanks", "Anamarch Banks"),
        ("Ana (marchhare) Marchbanks", "marchhare"),
    ],
)
def test_names_that_are_one(one: str, other: str) -> None:
    likeness = found(Record(1, (one,)), Record(2, (other,)))
    assert likeness is not None
    assert likeness.reasons[0].kind == "name"
    assert likeness.probability < ALMOST_CERTAIN


@pytest.mark.parametrize("other", ["Philippa Bosk", "Oskar Marchbanks", "Chris Bosk", "Kesh Sorrel"])
def test_names_that_are_not(other: str) -> None:
    assert found(Record(1, ("Philippa Marchbanks",)), Record(2, (other,))) is None


def test_name_and_company_alone_are_never_certain() -> None:
    acme = frozenset({"vantablack optics"})
    one, other = (Record(n, ("Philippa Marchbanks",), organizations=acme) for n in (1, 2))
    likeness = found(one, other)
    assert likeness is not None
    assert 0.5 < likeness.probability <= 0.85


def test_a_stable_key_makes_certain() -> None:
    one = Record(1, ("Philippa Marchbanks",), keyed("pip@marchbanks.example"))
    other = Record(2, ("Pip Marchbnaks",), keyed("pip@marchbanks.example"))
    likeness = found(one, other)
    assert likeness is not None
    assert likeness.probability >= ALMOST_CERTAIN
    assert likeness.reasons[0].words == "the same email pip@marchbanks.example"
    assert likeness.reasons[0].about == ("pip@marchbanks.example",)


def test_a_shared_key_of_two_names_that_have_nothing_in_common_is_only_suggested() -> None:
    one = Record(1, ("Philippa Marchbanks",), keyed("home@marchbanks.example"))
    other = Record(2, ("Gustav Rosenkilde",), keyed("home@marchbanks.example"))
    assert sure(one, other) < ALMOST_CERTAIN


def test_an_address_that_many_have_is_nobodys() -> None:
    everybody = [
        Record(n, (f"{name} Rosenkilde",), keyed("info@ketteridge.example")) for n, name in enumerate("QUXYZWVT", 1)
    ]
    assert all(one.probability < ALMOST_CERTAIN for one in suggestions([*everybody, *crowd()]))


def test_two_numbers_from_one_issuer_speak_against() -> None:
    one = Record(1, ("Philippa Marchbanks",), keyed("lantern.example:17", "id"))
    other = Record(2, ("Philippa Marchbanks",), keyed("lantern.example:18", "id"))
    assert sure(one, other) < sure(Record(1, one.names), Record(2, other.names))


def test_a_changed_surname_is_offered_where_the_company_she_keeps_agrees() -> None:
    kept = frozenset({1000, 1007, 1013, 1021})
    one = Record(1, ("Philippa Marchbanks",), company=kept, events=frozenset({77}), series=frozenset({"lantern days"}))
    other = Record(2, ("Philippa Bosk",), company=kept, events=frozenset({77}), series=frozenset({"lantern days"}))
    likeness = found(one, other)
    assert likeness is not None
    assert likeness.probability < ALMOST_CERTAIN
    assert "Marchbanks is not Bosk" in [reason.words for reason in likeness.reasons]


def test_a_first_name_alone_is_offered_weakly_where_event_and_company_fit() -> None:
    event, acme = frozenset({77}), frozenset({"vantablack optics"})
    full = Record(1, ("Philip Marchbanks",), organizations=acme, events=event)
    short = Record(2, ("Philip",), organizations=acme, events=event)
    likeness = found(full, short)
    assert likeness is not None
    assert likeness.probability <= 0.6
    assert found(full, Record(2, ("Philip",))) is None


def test_years_in_between_make_it_less_likely() -> None:
    one = Record(1, ("Jorun Marchbanks",), years=(1999, 2001))
    later, soon = (Record(2, ("Jorun Marchbank",), years=(year, year)) for year in (2024, 2002))
    assert sure(one, later) < sure(one, soon)


def test_an_address_and_a_name_with_slips_are_certain() -> None:
    lived = {"street": "14 Kettlewick Lane", "postcode": "4711", "city": "Upper Brindlethorpe", "birth": "1971-03-09"}
    one = Record(1, ("Philippa Marchbanks",), address=lived)
    other = Record(2, ("Philipa Marchbanks",), address=lived | {"street": "14 Kettelwick Lane"})
    many = [
        Record(r.id, r.names, address={"city": f"Town {r.id}", "birth": f"19{r.id % 90 + 10}-01-02"}) for r in crowd()
    ]
    (likeness,) = suggestions([one, other, *many])
    assert likeness.probability > 0.9
    assert "a similar street: 14 kettlewick lane and 14 kettelwick lane" in [r.words for r in likeness.reasons]


def test_who_are_known_to_be_two_are_not_asked_about() -> None:
    records = [Record(1, ("Philippa Marchbanks",)), Record(2, ("Pip Marchbanks",)), *crowd()]
    assert [(one.a, one.b) for one in suggestions(records)] == [(1, 2)]
    assert suggestions(records, different=frozenset({frozenset({1, 2})})) == []


def test_one_new_record_against_a_memory() -> None:
    index = Index([Record(1, ("Philippa Marchbanks",)), *crowd()])
    new = Record(5, ("Pip Marchbanks",))
    assert [(one.a, one.b) for one in index.like(new)] == [(1, 5)]
    assert like(new, index) == index.like(new)
    assert index.like(Record(5, ("Gustav Rosenkilde",))) == []
    assert index.like(Record(5, ())) == []


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    suggestions(crowd(), progress=lambda done, total: told.append((done, total)))
    pairs = 60 * 59 // 2
    assert told == [(0, pairs), (pairs, pairs)]


@pytest.mark.parametrize("records", [[], [Record(1, ("Philippa",))], [Record(1, ()), Record(2, ())]])
def test_too_little_to_say_anything(records: list[Record]) -> None:
    assert suggestions(records) == []


def test_the_same_id_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="the same id"):
        suggestions([Record(1, ("Philippa",)), Record(1, ("Pip",))])
