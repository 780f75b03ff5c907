"""splink as its documentation sets it up, with the columns that a list has.

FEBRL-4 and historical_50k: the settings, blocking rules and training of its two worked examples (febrl4.ipynb, the
detailed model without date of birth and social security number, trained on names and postcodes;
deduplicate_50k_synthetic.ipynb). A programme has only names, a room and a track: the name comparison of the latter
example, exact room and track with term frequencies.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import numpy as np
from _people_lists import Row

Found = tuple[Any, Any, Any]


def link(kind: str, rows: list[Row]) -> Found:
    """Return ids and probability of all pairs that splink looks at; `kind`: febrl, historical or programme."""
    import duckdb
    import pyarrow
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    logging.getLogger("splink").setLevel(logging.ERROR)
    db = DuckDBAPI(duckdb.connect())
    if kind == "historical":
        for row in rows:
            row["both_names"] = (
                f"{row['first_name']} {row['surname']}" if row["first_name"] and row["surname"] else None
            )
    if kind == "programme":
        for row in rows:
            row["both_names"] = f"{row['first_name']} {row['surname']}" if row["surname"] else None
    settings, train = _SETTINGS[kind]()
    linker = Linker(db.register(pyarrow.Table.from_pylist(rows)), settings, log_level="ERROR")
    train(linker)
    found = linker.inference.predict(threshold_match_weight=-20).as_duckdbpyrelation()
    found = found.project("unique_id_l as a, unique_id_r as b, match_probability as p").fetchnumpy()
    return np.asarray(found["a"]), np.asarray(found["b"]), np.asarray(found["p"])


def _febrl() -> tuple[Any, Callable[[Any], None]]:
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    other = " and l.source <> r.source"
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            "l.given_name = r.given_name and l.surname = r.surname" + other,
            "l.given_name = r.surname and l.surname = r.given_name" + other,
            "l.state = r.state and l.address_1 = r.address_1" + other,
            "l.street_number = r.street_number and l.address_1 = r.address_1" + other,
            "l.postcode = r.postcode" + other,
        ],
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
    )

    def train(linker: Any) -> None:
        training = linker.training
        sure = [block_on("given_name", "surname", "postcode")]
        training.estimate_probability_two_random_records_match(sure, recall=0.4)
        training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
        for rule in (block_on("given_name", "surname"), block_on("postcode")):
            training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)

    return settings, train


def _historical() -> tuple[Any, Callable[[Any], None]]:
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="both_names"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )

    def train(linker: Any) -> None:
        training = linker.training
        sure = [
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ]
        training.estimate_probability_two_random_records_match(sure, recall=0.6)
        training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
        for rule in (block_on("first_name", "surname"), block_on("dob")):
            training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)

    return settings, train


def _programme() -> tuple[Any, Callable[[Any], None]]:
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    other = " and l.year <> r.year"
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            "l.surname = r.surname" + other,
            "substr(l.first_name,1,3) = substr(r.first_name,1,3) and substr(l.surname,1,4) = substr(r.surname,1,4)"
            + other,
            "l.first_name = r.surname and l.surname = r.first_name" + other,
            "l.first_name = r.first_name and l.track = r.track" + other,
        ],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="both_names"),
            cl.ExactMatch("room").configure(term_frequency_adjustments=True),
            cl.ExactMatch("track").configure(term_frequency_adjustments=True),
        ],
    )

    def train(linker: Any) -> None:
        training = linker.training
        sure = ["l.first_name = r.first_name and l.surname = r.surname" + other]
        training.estimate_probability_two_random_records_match(sure, recall=0.9)
        training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
        for rule in (block_on("first_name", "surname"), block_on("track")):
            training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)

    return settings, train


_SETTINGS = {"febrl": _febrl, "historical": _historical, "programme": _programme}
