"""`hallway demo`: the examples are found, the team's years are drawn."""

from pathlib import Path

from cli import hallway, problem

from hallway import Memory
from hallway.interfaces.cli.demo import examples
from hallway.interfaces.cli.show_years import team_lines
from hallway.queries.team import Years

YEARS = """\
                      2014  2015  2016
you                   ██████
Ruth Adeyemi          ██████
Tomás Arruda          ██████░░░░░░××××××
Yusuf Karaca                      ██████
                      █ a text says so   ░ in between   × left
"""


def test_the_years_of_a_team(lived: Memory) -> None:
    assert "".join(f"{line}\n" for line in team_lines(lived.team("Lantern Days"))) == YEARS


def test_many_years_fit_into_eighty_columns() -> None:
    members = [Years("A" * 40, {1990, 2024}), Years(None, {2000}, None, 2010)]
    assert max(map(len, team_lines(members))) <= 80


def test_no_team() -> None:
    assert list(team_lines([])) == ["No team is known."]


def test_the_examples_are_diaries_by_date() -> None:
    names = [e.name for e in examples()]
    assert len(names) == 13
    assert (names[0][:4], names[-1][:4]) == ("2014", "2024")
    assert "README.md" not in names


def test_invented_people_stay_out_of_a_real_memory(lived: Memory, path: Path) -> None:
    before = lived.people()
    message = problem(hallway("demo", "--into", path))
    assert message == f"{path} is a memory already, and the demo would put invented people into it: name a new file"
    assert lived.people() == before
    assert "--into" in problem(hallway("--memory", path, "demo"))


def test_the_demo_from_end_to_end(tmp_path: Path) -> None:
    result = hallway("demo", "--into", tmp_path / "demo.db")
    assert result.exit_code == 0
    assert "Petra Malinová" in result.stdout
    assert "Your turn" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80 + len(str(tmp_path))
    assert (tmp_path / "demo.db").exists()
